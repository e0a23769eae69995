import type { CsvColumn } from "@/lib/platform/files/csv";
import { type TableHead, toCodes } from "@/lib/platform/files/table-head";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Translator } from "@/lib/platform/i18n/translator";
import { type CommentKind, commentKinds } from "./constants";
import { type CommentColumn, commentColumns } from "./schema.comment-table";

/** A row of a comment table: what somebody says of a clause, or proposes for it, and what the leads say to that. */
export type FileRow = {
  organization: Record<Locale, string>;
  version: number;
  clause: number | null;
  currentEn: string | null;
  currentFr: string | null;
  language: Locale;
  kind: CommentKind;
  quote: string | null;
  comment: string | null;
  proposed: string | null;
  observation: string | null;
};

const locales = ["en", "fr"] as const;
const namesIn = (t: Translator) => ({
  column: (it: CommentColumn) => t(`discussion.table.column.${it}`),
  kind: (it: CommentKind) => t(`discussion.kind.${it}`),
  language: (it: Locale) => t(`discussion.table.language.${it}`),
});

/** The columns of a table, headed in its language. */
export function listColumns(t: Translator, language: Locale): CsvColumn<FileRow>[] {
  const names = namesIn(t);
  const values: Partial<{ [K in CommentColumn]: (row: FileRow) => string | number | null }> = {
    organization: (row) => row.organization[language],
    language: (row) => names.language(row.language),
    kind: (row) => names.kind(row.kind),
  };
  return commentColumns.map((key) => ({
    header: names.column(key),
    value: values[key] ?? ((row) => row[key] as string | number | null),
  }));
}

/** The words of both languages, and the codes of the contract, each for what it stands for. */
export type Vocabulary = {
  column: ReadonlyMap<string, CommentColumn>;
  kind: ReadonlyMap<string, CommentKind>;
  language: ReadonlyMap<string, Locale>;
};

export const toVocabulary = (translators: readonly Translator[]): Vocabulary => {
  const names = translators.map(namesIn);
  return {
    column: toCodes(
      commentColumns,
      names.map((it) => it.column),
    ),
    kind: toCodes(
      commentKinds,
      names.map((it) => it.kind),
    ),
    language: toCodes(
      locales,
      names.map((it) => it.language),
    ),
  };
};

/** The head of a comment table, in either language. */
export const toHead = ({ column }: Vocabulary): TableHead<CommentColumn> => ({
  columns: column,
  required: ["clause", "language", "comment", "proposed"],
});
