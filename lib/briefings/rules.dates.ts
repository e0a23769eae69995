import type { ClosingKind } from "@/lib/network/constants";
import { holidayNames } from "@/lib/platform/time/holiday-names";

type Answer = "yes" | "if_need_be" | "no";
type Given = { answer: Answer; revision: number };

/** What somebody says of a date as it is now. What was said of it before it was changed is no answer to it. */
export const answerTo = (date: { revision: number }, given: Given | undefined): Answer | null =>
  given && given.revision === date.revision ? given.answer : null;

export type Tally = { yes: number; ifNeedBe: number; no: number; unanswered: number };

/** How many organizations said what. Who has not answered is counted apart: it is never a no. */
export function tallyOf(answers: readonly (Answer | null)[]): Tally {
  const count = (wanted: Answer | null) => answers.filter((it) => it === wanted).length;
  return { yes: count("yes"), ifNeedBe: count("if_need_be"), no: count("no"), unanswered: count(null) };
}

/** Enough could come: those for whom it is good, and those who would come if need be. */
export const reachesQuorum = ({ yes, ifNeedBe }: Tally, quorum: number | null) =>
  quorum === null || yes + ifNeedBe >= quorum;

export type Ranked = {
  id: string;
  startsAt: Date;
  tally: Tally;
  /** What the offices said that a government meeting is with; empty among members. */
  offices: readonly (Answer | null)[];
};

const suits = (answer: Answer | null) => answer === "yes" || answer === "if_need_be";

/** With an office, no date is good without its word: a meeting cannot be held past whoever it is with. */
export const suitsOffices = ({ offices }: Pick<Ranked, "offices">, government: boolean) =>
  !government || (offices.length > 0 && offices.every(suits));

/** Fewest refusals first, then most yes, then the earliest. */
export const compareDates = (a: Ranked, b: Ranked) =>
  a.tally.no - b.tally.no ||
  b.tally.yes - a.tally.yes ||
  a.startsAt.getTime() - b.startsAt.getTime() ||
  a.id.localeCompare(b.id);

type Poll = { government: boolean; now: Date };

/** A date can lead while it is to come, somebody could come, and the office has not been passed over. */
const mayLead = (date: Ranked, { government, now }: Poll) =>
  date.startsAt > now && date.tally.yes + date.tally.ifNeedBe > 0 && suitsOffices(date, government);

/** Which date is best so far; none where nobody has answered, or where it waits for the office. */
export const findBest = (dates: readonly Ranked[], poll: Poll): string | null =>
  dates.filter((it) => mayLead(it, poll)).sort(compareDates)[0]?.id ?? null;

/** How many said no to it, organizations and offices: whoever chooses it is told first. */
export const countRefusals = ({ tally, offices }: Ranked) => tally.no + offices.filter((it) => it === "no").length;

type PollState = { state: string; answersCloseAt: Date | null };

/** What stands in the way of an answer. The host still enters what it was told after the last moment. */
export function answerObstacle({ state, answersCloseAt }: PollState, byHost: boolean, now: Date) {
  if (state !== "polling") return "pollNotOpen";
  if (!byHost && answersCloseAt !== null && answersCloseAt <= now) return "answersClosed";
  return null;
}

/** What stands in the way of another date, or of other words about one. */
export function dateObstacle(state: string) {
  if (state === "cancelled") return "briefingCancelled";
  return state === "planned" || state === "polling" ? null : "dateChosenAlready";
}

type Opening = { state: string; startsAt: Date | null; dates: number; reason: boolean };

/** What stands in the way of asking. Once a date is chosen the question is put again with a reason, and not after it began. */
export function pollObstacle({ state, startsAt, dates, reason }: Opening, now: Date) {
  if (state === "cancelled") return "briefingCancelled";
  if (state === "published" || (startsAt !== null && startsAt <= now)) return "briefingBegan";
  if (dates === 0) return "noDates";
  return state === "scheduled" && !reason ? "reasonNeeded" : null;
}

type Closing = { kind: ClosingKind; name: { en: string; fr: string } };

/** Why a date is difficult for some of those who are asked: each reason once, in the order of the days. */
export function listReasons(days: readonly string[], closings: ReadonlyMap<string, readonly Closing[]>) {
  const found = new Map<string, { kind: ClosingKind | "quebec"; name: Closing["name"] }>();
  for (const { kind, name } of days.flatMap((day) => closings.get(day) ?? [])) {
    // Of the days in the federal calendar, 24 June alone closes offices in one province.
    const quebec = kind === "federal" && name.en === holidayNames.quebecDay.en;
    found.set(`${kind} ${name.en}`, { kind: quebec ? "quebec" : kind, name });
  }
  return [...found.values()];
}
