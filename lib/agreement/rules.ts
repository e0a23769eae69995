import type { OrganizationName } from "@/lib/organizations/schema";
import type { CsvColumn } from "@/lib/platform/files/csv";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { PartialBilingualText } from "@/lib/platform/text/bilingual-text";
import { type Stance, stances } from "@/lib/positions/schema";
import { agreementA } from "../math/measures";
import { listFor } from "./rules.categories";
import { type Concealment, isSomeHidden } from "./rules.concealed";
import { toNames, toText } from "./rules.files";
import type { Assessed, Category, Counts, Stated } from "./schema";

/** The one rule. No mandate and not recorded are shown, and never in the denominator. */
export function categorize(counts: Stated, tooFewBelow: number): Category {
  const { support: s, support_with_reservation: r, undecided: u, stand_aside: a, oppose: o } = counts;
  const answered = countAnswers(counts);
  if (answered < tooFewBelow) return "too_few";
  // u / answered ≥ 0.40, in whole numbers: two fifths cannot be missed by a rounding.
  if (5 * u >= 2 * answered) return "unsettled";
  if (r + a + o === 0) return "broad_agreement";
  if (a + o === 0) return "agreement_with_reservations";
  if (s + r >= 2 * (a + o)) return "agreement_with_dissent";
  if (o >= 2 * (s + r + a)) return "broad_opposition";
  return "divided";
}

/** Those who spoke to it. Who may not speak on it did not answer, and neither did the silent. */
export const countAnswers = (counts: Stated) =>
  counts.support + counts.support_with_reservation + counts.undecided + counts.stand_aside + counts.oppose;

export type Interval = { stated: number; possible: number; of: number };

/**
 * From stated support to what it would be if everyone undecided or not recorded joined: a range, never an estimate, and
 * no mandate is never inside it. Null where some are not shown, since then nobody here knows the upper end.
 */
export function interval(counts: Counts): Interval | null {
  if (counts.not_recorded === null) return null;
  const said = counts.support + counts.support_with_reservation;
  return {
    stated: said,
    possible: said + counts.undecided + counts.not_recorded,
    of: countAnswers(counts) + counts.no_mandate + counts.not_recorded,
  };
}

export const noneStated = (): Stated => ({
  support: 0,
  support_with_reservation: 0,
  undecided: 0,
  stand_aside: 0,
  oppose: 0,
  no_mandate: 0,
});

/** What is said of one proposition to somebody who may, or may not, read all of it. */
export function assess(stated: Stated, { members, tooFewBelow, concealment }: Known) {
  const blanks = members - countAnswers(stated) - stated.no_mandate;
  if (isSomeHidden(concealment, blanks)) {
    // With dissents hidden the visible ones would look unanimous, so there is no verdict and nothing to subtract from.
    return {
      counts: { ...stated, not_recorded: null },
      notShown: "some" as const,
      category: null,
      list: null,
    };
  }
  const counts = { ...stated, not_recorded: blanks };
  const category = categorize(stated, tooFewBelow);
  return {
    counts,
    notShown: "none" as const,
    category,
    list: listFor(category, counts),
  };
}

/**
 * Van der Eijk's A over those who took a side. It is 1 as soon as all of them gave one answer, be they two of fourteen, so it
 * looks like agreement and is none: it leaves in files alone, and not where some are hidden or too few took a side.
 */
export function spreadOfAnswers({ counts, notShown }: Pick<Assessed, "counts" | "notShown">, tooFewBelow: number) {
  const tookSide = [counts.oppose, counts.stand_aside, counts.support_with_reservation, counts.support];
  const enough = tookSide.reduce((sum, it) => sum + it, 0) >= tooFewBelow;
  return notShown === "none" && enough ? agreementA(tookSide) : null;
}

type Known = { members: number; tooFewBelow: number; concealment: Concealment };

/** The words of a reservation, and who joined it in these words. */
export type Reservation = PartialBilingualText & { joinedBy?: readonly OrganizationName[] };
/** What one organization said of one proposition. */
export type MemberStance = { stance: Stance; reservation: Reservation };
export type Member = OrganizationName & { id: string };
/** A row of the grid: the proposition, and what each member said, by the member's id. */
export type AssessedRow = Assessed & { stances: { get: (member: string) => MemberStance | undefined } };

const counted = [...stances, "not_recorded"] as const;

/**
 * The columns of an export. Codes are the API's in both languages; names and words follow the reader's. A reservation
 * has a column beside the stance that it qualifies, and so has who joined it: none leaves without the others.
 */
export function toColumns(
  rows: readonly AssessedRow[],
  members: readonly Member[],
  language: Locale,
  headers: Record<"reservation" | "joined", (organization: string) => string> & ListHeaders,
): CsvColumn<AssessedRow>[] {
  const ofMembers = members.flatMap(({ id, code, short }): CsvColumn<AssessedRow>[] => {
    const header = `${short[language]} (${code})`;
    const stance = (row: AssessedRow) =>
      row.stances.get(id)?.stance ?? (row.notShown === "some" ? "not_shown" : "not_recorded");
    const reservation = (row: AssessedRow) => toText(row.stances.get(id)?.reservation ?? {}, language);
    const some = rows.some((row) => reservation(row) !== null);
    const joined = (row: AssessedRow) => toNames(row.stances.get(id)?.reservation.joinedBy ?? [], language);
    const shared = rows.some((row) => joined(row) !== null);
    return [
      { header, value: stance },
      ...(some ? [{ header: headers.reservation(header), value: reservation }] : []),
      ...(shared ? [{ header: headers.joined(header), value: joined }] : []),
    ];
  });
  return [...toCategoryColumns(language, headers), ...ofMembers];
}

type ListHeaders = { spread: string; tooFewBelow: number };

/** What a proposition amounts to, without who said what. */
export const toCategoryColumns = (language: Locale, { spread, tooFewBelow }: ListHeaders): CsvColumn<AssessedRow>[] => [
  { header: "number", value: (row) => row.number },
  { header: "slug", value: (row) => row.slug },
  { header: "title", value: (row) => row.title[language] },
  { header: "theme", value: (row) => row.theme },
  { header: "category", value: (row) => row.category ?? "some_not_shown" },
  { header: "list", value: (row) => row.list ?? "some_not_shown" },
  { header: spread, value: (row) => spreadOfAnswers(row, tooFewBelow) },
  ...counted.map((header) => ({ header, value: (row: AssessedRow) => row.counts[header] })),
];
