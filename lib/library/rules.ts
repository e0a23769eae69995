import type { CsvColumn } from "@/lib/platform/files/csv";
import { compareIn } from "@/lib/platform/i18n/collation";
import type { Translator } from "@/lib/platform/i18n/translator";
import { foldText } from "@/lib/platform/text/fold";
import type { GlossaryTerm, LibraryItem } from "./schema";

type Localization = { t: Translator; language: "en" | "fr" };

/** Terms in the order of the language they are looked up in: é beside e, capitals beside small letters. */
export function sortTerms(terms: readonly GlossaryTerm[], language: "en" | "fr"): GlossaryTerm[] {
  const compare = compareIn(language);
  return [...terms].sort((a, b) => compare(a[language], b[language]) || compare(a.en, b.en));
}

/** The letter a term is found under: Énoncé under E, and what begins with a figure under #. */
export function initialOf(term: string): string {
  const first = foldText(term)
    .replace(/[^\p{L}\p{N}]/gu, "")
    .charAt(0)
    .toUpperCase();
  return /[A-Z]/.test(first) ? first : "#";
}

/** Terms by their first letter, each letter once, in the order given. */
export function groupByInitial(terms: readonly GlossaryTerm[], language: "en" | "fr"): [string, GlossaryTerm[]][] {
  const groups = new Map<string, GlossaryTerm[]>();
  for (const term of terms) {
    const initial = initialOf(term[language]);
    groups.set(initial, [...(groups.get(initial) ?? []), term]);
  }
  return [...groups];
}

export function libraryColumns({ t, language }: Localization): CsvColumn<LibraryItem>[] {
  return [
    { header: t("report.csv.title"), value: (it) => it.title[language] },
    { header: t("library.csv.author"), value: (it) => it.author[language] },
    { header: t("report.csv.date"), value: (it) => it.date },
    { header: t("report.symbol"), value: (it) => it.symbol },
    { header: t("report.csv.kind"), value: (it) => t(`codes.libraryKind.${it.kind}`) },
    { header: t("report.csv.inSource"), value: (it) => t(it.inSource ? "report.csv.yes" : "report.csv.no") },
    { header: t("library.csv.reference"), value: (it) => it.reference[language] },
    { header: t("library.csv.summary"), value: (it) => it.summary[language] },
    { header: t("library.csv.address"), value: (it) => it.url },
    { header: t("report.csv.erratum"), value: (it) => it.erratum?.id },
    { header: t("report.csv.problem"), value: (it) => it.erratum?.problem[language] },
    { header: t("report.csv.notice"), value: () => t("report.disclaimer") },
  ];
}

export function glossaryColumns({ t, language }: Localization): CsvColumn<GlossaryTerm>[] {
  return [
    { header: t("library.csv.english"), value: (it) => it.en },
    { header: t("library.csv.abbreviationEnglish"), value: (it) => it.abbreviation.en },
    { header: t("library.csv.french"), value: (it) => it.fr },
    { header: t("library.csv.abbreviationFrench"), value: (it) => it.abbreviation.fr },
    { header: t("library.csv.note"), value: (it) => it.note?.[language] },
  ];
}
