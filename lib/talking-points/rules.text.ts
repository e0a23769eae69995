import type { PrintedClause, PrintedText } from "@/lib/platform/text/digest";
import { addWorkingDays, type BlackoutPeriod, type ClosingRule } from "@/lib/platform/time/working-days";
import {
  type ClauseKind,
  clauseLimit,
  contestDays,
  splitSuggestedAbove,
  type TalkingPointStatus,
  type VersionChange,
} from "./constants";

/** A clause as its row holds it. */
export type ClauseText = {
  key: string;
  kind: ClauseKind;
  en: string | null;
  fr: string | null;
  questionEn: string | null;
  questionFr: string | null;
  source: string | null;
  addresseeEn: string | null;
  addresseeFr: string | null;
};

export type TitleText = { titleEn: string | null; titleFr: string | null };

const toPair = (en: string | null, fr: string | null) => (en || fr ? { en: en ?? "", fr: fr ?? "" } : undefined);

export const toPrintedClause = (it: ClauseText): PrintedClause => ({
  kind: it.kind,
  en: it.en ?? "",
  fr: it.fr ?? "",
  question: toPair(it.questionEn, it.questionFr),
  source: it.source ?? undefined,
  of: toPair(it.addresseeEn, it.addresseeFr),
});

/** What is printed of a version, and so what its digest covers. */
export const toPrintedText = ({ titleEn, titleFr }: TitleText, clauses: readonly ClauseText[]): PrintedText => ({
  title: { en: titleEn ?? "", fr: titleFr ?? "" },
  clauses: clauses.map(toPrintedClause),
});

export const clauseAdvice = (count: number): "split" | "refuse" | null =>
  count > clauseLimit ? "refuse" : count > splitSuggestedAbove ? "split" : null;

/** Everything that is printed of it reads the same. */
export const isSameClause = (one: ClauseText, other: ClauseText | undefined) =>
  other !== undefined && JSON.stringify(toPrintedClause(one)) === JSON.stringify(toPrintedClause(other));

/** Same words in both languages, its question included: what was said of their parity is still true. */
export const isSameWording = (one: ClauseText, other: ClauseText | undefined) =>
  other !== undefined &&
  one.en === other.en &&
  one.fr === other.fr &&
  one.questionEn === other.questionEn &&
  one.questionFr === other.questionFr;

/** Indexes of a longest run of numbers that rise: whatever is not among them was moved. */
export function longestRise(numbers: readonly number[]): Set<number> {
  const lengths: number[] = [];
  const before: number[] = [];
  let best = -1;
  numbers.forEach((number, at) => {
    let [length, from] = [1, -1];
    for (let earlier = 0; earlier < at; earlier++)
      if ((numbers[earlier] ?? 0) < number && (lengths[earlier] ?? 0) + 1 > length)
        [length, from] = [(lengths[earlier] ?? 0) + 1, earlier];
    lengths.push(length);
    before.push(from);
    if (best < 0 || length > (lengths[best] ?? 0)) best = at;
  });
  const run = new Set<number>();
  for (let at = best; at >= 0; at = before[at] ?? -1) run.add(at);
  return run;
}

/** The clauses that stand in another order among those that stayed, by their keys. */
export function movedKeys(before: readonly { key: string }[], after: readonly { key: string }[]): Set<string> {
  const places = new Map(before.map(({ key }, at) => [key, at]));
  const stayed = after.flatMap(({ key }) => (places.has(key) ? [{ key, was: places.get(key) ?? 0 }] : []));
  const inOrder = longestRise(stayed.map(({ was }) => was));
  return new Set(stayed.filter((_, at) => !inOrder.has(at)).map(({ key }) => key));
}

/** The clauses that a new version changes, adds, drops or moves, by their keys. */
export function changedKeys(before: readonly ClauseText[], after: readonly ClauseText[]): Set<string> {
  const earlier = new Map(before.map((it) => [it.key, it]));
  const later = new Set(after.map(({ key }) => key));
  return new Set([
    ...after.filter((it) => !isSameClause(it, earlier.get(it.key))).map(({ key }) => key),
    ...before.filter(({ key }) => !later.has(key)).map(({ key }) => key),
    ...movedKeys(before, after),
  ]);
}

type Texts = { title: TitleText; clauses: readonly ClauseText[] };

/**
 * A change is material unless all of it was claimed to be editorial: another title, a clause more and a clause less always
 * are material.
 */
export function changeClaimed(before: Texts | null, after: Texts, editorial: readonly string[]): VersionChange {
  if (!before) return "material";
  const sameTitle = before.title.titleEn === after.title.titleEn && before.title.titleFr === after.title.titleFr;
  const sameClauses =
    before.clauses.length === after.clauses.length &&
    before.clauses.every(({ key }) => after.clauses.some((it) => it.key === key));
  const changed = changedKeys(before.clauses, after.clauses);
  return sameTitle && sameClauses && [...changed].every((key) => editorial.includes(key)) ? "editorial" : "material";
}

/** As the label reads now: one contest is enough. */
export const changeNow = (claimed: VersionChange, contests: number): VersionChange =>
  contests > 0 ? "material" : claimed;

type Calendar = { rests: readonly BlackoutPeriod[]; closing: ClosingRule };

/** The last day on which an endorser may contest a claim, where there is one. */
export const contestUntil = (postedOn: string, editorial: readonly string[], { rests, closing }: Calendar) =>
  editorial.length === 0 ? null : addWorkingDays(postedOn, contestDays, rests, closing);

export type ContestObstacle = "notAnEndorser" | "notClaimedEditorial" | "contestOver" | "contestedAlready";

type Contesting = {
  endorses: boolean;
  clause: string;
  editorial: readonly string[];
  until: string | null;
  today: string;
  contested: boolean;
};

export function contestObstacle(it: Contesting): ContestObstacle | null {
  if (!it.editorial.includes(it.clause) || it.until === null) return "notClaimedEditorial";
  if (!it.endorses) return "notAnEndorser";
  if (it.today > it.until) return "contestOver";
  return it.contested ? "contestedAlready" : null;
}

export type VersionObstacle = "pointRetired" | "sameText";

export function versionObstacle(point: { status: TalkingPointStatus; digest: string }, digest: string) {
  if (point.status === "retired") return "pointRetired" satisfies VersionObstacle;
  // The same words would ask nobody anything.
  return point.digest === digest ? ("sameText" satisfies VersionObstacle) : null;
}
