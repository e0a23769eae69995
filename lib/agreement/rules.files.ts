import type { OrganizationName } from "@/lib/organizations/schema";
import type { CsvColumn } from "@/lib/platform/files/csv";
import type { Locale } from "@/lib/platform/i18n/routing";
import { type PartialBilingualText, pickLanguage } from "@/lib/platform/text/bilingual-text";
import type { ComparedStance, Difference } from "./schema.differences";

/** A text in the reader's language; in the other one it says so. */
export function toText(pair: PartialBilingualText, language: Locale): string | null {
  const found = pickLanguage(pair, language);
  if (!found) return null;
  return found.lang === language ? found.text : `[${found.lang.toUpperCase()}] ${found.text}`;
}

/** Several organizations in one cell. */
export const toNames = (organizations: readonly OrganizationName[], language: Locale) =>
  organizations.map(({ short }) => short[language]).join("; ") || null;

/** A comparison as a table: codes are the API's, words are the reader's, and a reservation stands beside its stance. */
export function toDifferenceColumns(
  { one, other, items }: { one: OrganizationName; other: OrganizationName; items: readonly Difference[] },
  language: Locale,
  headers: Record<"reservation" | "joined", (organization: string) => string>,
): CsvColumn<Difference>[] {
  const side = (
    { short, code }: OrganizationName,
    of: (row: Difference) => ComparedStance,
  ): CsvColumn<Difference>[] => {
    const header = `${short[language]} (${code})`;
    const blank = (row: Difference) => (row.notShown === "some" ? "not_shown" : "not_recorded");
    const joined = (row: Difference) => toNames(of(row).reservation?.joinedBy ?? [], language);
    return [
      { header, value: (row) => of(row).stance ?? blank(row) },
      { header: headers.reservation(header), value: (row) => toText(of(row).reservation ?? {}, language) },
      ...(items.some((row) => joined(row) !== null) ? [{ header: headers.joined(header), value: joined }] : []),
    ];
  };
  return [
    { header: "number", value: (row) => row.number },
    { header: "slug", value: (row) => row.slug },
    { header: "title", value: (row) => row.title[language] },
    { header: "apart", value: (row) => row.apart },
    ...side(one, (row) => row.one),
    ...side(other, (row) => row.other),
  ];
}
