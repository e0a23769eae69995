import type { CsvColumn } from "@/lib/platform/files/csv";
import type { Translator } from "@/lib/platform/i18n/translator";
import type { Bilingual, Erratum, Recommendation, ReportActor, TimelineEvent } from "./schema";

const months = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/** The month that a printed date names, as "11/2001", "December 2005" or "9 Dec 2005" do. */
function monthIn(printed: string): number | null {
  const figures = /^(\d{1,2})\/\d{4}$/.exec(printed.trim());
  if (figures) return Number(figures[1]);
  const word = /[a-z]{3,}/i.exec(printed)?.[0].toLowerCase();
  const at = word ? months.findIndex((month) => month.startsWith(word)) : -1;
  return at >= 0 ? at + 1 : null;
}

/** Whether the report prints another date than the right one. A printed year or span that contains it is merely less exact. */
export function isContradicted(date: string, printed: string | null): boolean {
  const years = (printed?.match(/\b\d{4}\b/g) ?? []).map(Number);
  if (!printed || years.length === 0) return false;
  const [year, month] = date.split("-").map(Number);
  if (year === undefined || year < Math.min(...years) || year > Math.max(...years)) return true;
  const printedMonth = monthIn(printed);
  return month !== undefined && printedMonth !== null && printedMonth !== month;
}

const proper: Record<string, string> = { canadian: "Canadian", new: "New", york: "York" };
const acronyms = new Set(["R2P", "UN", "POC", "DFAIT", "NGO", "UNSC"]);

/** A heading as it is cited, without the capitals it is printed in: "LAY DOWN THE REGIME" is read as "Lay down the regime". */
export function softenCapitals(heading: string): string {
  const articles = heading.replace(/(?<=[\p{Lu}\d]{2}:? )A(?= \p{Lu}{2})/gu, "a");
  const words = articles.replace(/\p{Lu}[\p{Lu}\d]+/gu, (word) =>
    acronyms.has(word) ? word : (proper[word.toLowerCase()] ?? word.toLowerCase()),
  );
  return words.replace(
    /(^|> (?:\d+\. )?|; |: )(\p{Ll})(?=\p{L})/gu,
    (_, before, letter) => before + letter.toUpperCase(),
  );
}

type Localization = { t: Translator; language: "en" | "fr" };

/** Travels with every row of the report, so that it is still there when a file is sorted, cut or pasted elsewhere. */
const notice = ({ t }: Localization) => ({ header: t("report.csv.notice"), value: () => t("report.disclaimer") });

const texts = ({ language }: Localization) => ({
  of: (pair: Bilingual | null) => pair?.[language] ?? null,
});

export function recommendationColumns(words: Localization): CsvColumn<Recommendation>[] {
  const { t } = words;
  const { of } = texts(words);
  return [
    { header: t("report.csv.ref"), value: (it) => it.ref },
    { header: t("report.csv.title"), value: (it) => of(it.title) },
    { header: t("report.csv.text"), value: (it) => of(it.text) },
    { header: t("report.kind"), value: (it) => t(`codes.recommendationKind.${it.kind}`) },
    { header: t("report.area"), value: (it) => t(`codes.regimeArea.${it.regimeArea}`) },
    { header: t("report.addressee"), value: (it) => it.addressees.map((to) => t(`codes.addressee.${to}`)).join("; ") },
    {
      header: t("report.csv.agenda"),
      value: (it) => t(it.standing ? "codes.agendaItem.standing" : "codes.agendaItem.watch"),
    },
    { header: t("report.cadence"), value: (it) => t(`codes.cadence.${it.cadence}`) },
    { header: t("report.section"), value: (it) => of(it.section) },
    { header: t("report.locator"), value: (it) => it.locator },
    notice(words),
  ];
}

export function timelineColumns(words: Localization): CsvColumn<TimelineEvent>[] {
  const { t } = words;
  const { of } = texts(words);
  return [
    { header: t("report.csv.date"), value: (it) => it.date },
    { header: t("report.csv.dateEnd"), value: (it) => it.dateEnd },
    { header: t("report.csv.precision"), value: (it) => t(`codes.precision.${it.precision}`) },
    { header: t("report.csv.dateSource"), value: (it) => t(`codes.dateSource.${it.dateSource}`) },
    { header: t("report.csv.title"), value: (it) => of(it.title) },
    { header: t("report.csv.description"), value: (it) => of(it.description) },
    { header: t("report.symbol"), value: (it) => it.symbol },
    { header: t("report.csv.inSource"), value: (it) => t(it.inSource ? "report.csv.yes" : "report.csv.no") },
    { header: t("report.csv.asPrinted"), value: (it) => it.asPrinted },
    { header: t("report.section"), value: (it) => of(it.section) },
    { header: t("report.csv.erratum"), value: (it) => it.erratum?.id },
    { header: t("report.csv.problem"), value: (it) => of(it.erratum?.problem ?? null) },
    notice(words),
  ];
}

export function errataColumns(words: Localization): CsvColumn<Erratum>[] {
  const { t } = words;
  const { of } = texts(words);
  return [
    { header: t("report.csv.erratum"), value: (it) => it.id },
    { header: t("report.section"), value: (it) => of(it.section) },
    { header: t("report.csv.asPrinted"), value: (it) => it.asPrinted },
    { header: t("report.csv.problem"), value: (it) => of(it.problem) },
    { header: t("report.csv.correction"), value: (it) => of(it.correction) },
    { header: t("report.csv.confidence"), value: (it) => t(`codes.confidence.${it.confidence}`) },
    { header: t("report.csv.confidenceNote"), value: (it) => of(it.confidenceNote) },
    { header: t("report.csv.knownFrom"), value: (it) => of(it.knownFrom) },
    { header: t("report.csv.shown"), value: (it) => t(`codes.displayRule.${it.displayRule}`) },
    notice(words),
  ];
}

export function actorColumns(words: Localization): CsvColumn<ReportActor>[] {
  const { t } = words;
  const { of } = texts(words);
  return [
    { header: t("report.csv.kind"), value: (it) => t(`codes.actorKind.${it.kind}`) },
    { header: t("report.csv.name"), value: (it) => of(it.name) },
    { header: t("report.csv.affiliation"), value: (it) => of(it.affiliation) },
    { header: t("report.csv.role"), value: (it) => of(it.role) },
    { header: t("report.locator"), value: (it) => it.locator },
    notice(words),
  ];
}
