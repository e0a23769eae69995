import type { CsvColumn } from "@/lib/platform/files/csv";
import { type TableHead, toCodes } from "@/lib/platform/files/table-head";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Translator } from "@/lib/platform/i18n/translator";
import { visibilities } from "./constants";
import { type Stance, stances, type Visibility } from "./schema";
import { type ColumnKey, changedKeys, columnKeys, type TextState, textStates } from "./schema.files";

/** One text of a position, as a file tells it. */
export type FileRow = {
  organization: string;
  organizationName: Record<Locale, string>;
  proposition: string;
  number: number;
  title: Record<Locale, string>;
  wording: number | null;
  currentWording: number;
  state: TextState | null;
  stance: Stance | null;
  since: string | null;
  rationaleEn: string | null;
  rationaleFr: string | null;
  reservationEn: string | null;
  reservationFr: string | null;
  visibility: Visibility | null;
  reviewBy: string | null;
  undecidedSince: string | null;
  decideBy: string | null;
  /** Who joined the reservation in these words, as far as the reader may know. */
  joinedBy: Record<Locale, string>;
  explanationEn: string | null;
  explanationFr: string | null;
  stale: boolean;
  authorizedBy: string | null;
  instrument: string | null;
  instrumentDate: string | null;
};

type FileLanguage = { t: Translator; language: Locale };

const codeNames = (t: Translator) => ({
  stance: (it: Stance) => t(`stances.name.${it}`),
  visibility: (it: Visibility) => t(`positions.files.visibility.${it}`),
  state: (it: TextState) => t(`positions.files.state.${it}`),
});

/** The columns of a file, headed in its language. */
export function fileColumns(
  { t, language }: FileLanguage,
  keys: readonly ColumnKey[] = columnKeys,
): CsvColumn<FileRow>[] {
  const names = codeNames(t);
  const values: Partial<{ [K in ColumnKey]: (row: FileRow) => string | number | null }> = {
    organizationName: (row) => row.organizationName[language],
    title: (row) => row.title[language],
    joinedBy: (row) => row.joinedBy[language],
    state: (row) => row.state && names.state(row.state),
    stance: (row) => row.stance && names.stance(row.stance),
    visibility: (row) => row.visibility && names.visibility(row.visibility),
    stale: (row) => (row.stale ? t("positions.files.yes") : ""),
  };
  return keys.map((key) => ({
    header: t(`positions.files.column.${key}`),
    value: values[key] ?? ((row) => row[key] as string | number | null),
  }));
}

/** What the template asks for, with what helps to fill it in. */
export const templateKeys = [
  "organization",
  "proposition",
  "number",
  "title",
  "wording",
  ...changedKeys,
] as const satisfies readonly ColumnKey[];

/** The words of both languages, and the codes of the contract, each for what it stands for. */
export type Vocabulary = {
  column: ReadonlyMap<string, ColumnKey>;
  stance: ReadonlyMap<string, Stance>;
  visibility: ReadonlyMap<string, Visibility>;
  state: ReadonlyMap<string, TextState>;
};

export function toVocabulary(translators: readonly Translator[]): Vocabulary {
  return {
    column: toCodes(
      columnKeys,
      translators.map((t) => (it: ColumnKey) => t(`positions.files.column.${it}`)),
    ),
    stance: toCodes(
      stances,
      translators.map((t) => codeNames(t).stance),
    ),
    visibility: toCodes(
      visibilities,
      translators.map((t) => codeNames(t).visibility),
    ),
    state: toCodes(
      textStates,
      translators.map((t) => codeNames(t).state),
    ),
  };
}

/** The head of a file of positions, in either language. */
export const toHead = ({ column }: Vocabulary): TableHead<ColumnKey> => ({
  columns: column,
  required: ["proposition", "stance"],
});
