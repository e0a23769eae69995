import { useLocale, useTranslations } from "next-intl";
import { dateFormat } from "@/lib/platform/time/date-format";

/** 2005-09-16 as "16 September 2005", 1956-11 as "November 1956", 1994 as it is; French writes the first of a month as 1er. */
export function writePartialDate(iso: string, locale: string): string {
  const [year = "", month, day] = iso.split("-");
  if (!month) return year;
  const name = dateFormat(`${locale}-CA`, { month: "long" });
  const written = `${name.format(new Date(`${year}-${month}-01T00:00:00Z`))} ${year}`;
  if (!day) return written;
  return `${locale === "fr" && day === "01" ? "1er" : Number(day)} ${written}`;
}

/** The first day of a span, without what it shares with the last: 14 of "14 to 16 September 2005". */
function writeFirst(iso: string, end: string, locale: string): string {
  const written = writePartialDate(iso, locale);
  if (iso.slice(0, 7) === end.slice(0, 7)) return written.split(" ")[0] ?? written;
  return iso.slice(0, 4) === end.slice(0, 4) ? written.replace(/ \d{4}$/, "") : written;
}

type PartialDateProps = { date: string; end?: string | null; about?: boolean };

/** A date no more exact than it is known. */
export function PartialDate({ date, end = null, about = false }: PartialDateProps) {
  const t = useTranslations("report.timeline");
  const locale = useLocale();
  const last = writePartialDate(end ?? date, locale);
  const days = end ? t("days", { from: writeFirst(date, end, locale), to: last }) : last;
  return <time dateTime={date}>{about ? t("about", { date: days }) : days}</time>;
}
