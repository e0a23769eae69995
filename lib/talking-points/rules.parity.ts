import { addWorkingDays, type BlackoutPeriod, type ClosingRule } from "@/lib/platform/time/working-days";
import type { Parity } from "../proposals/schema";
import { disputeDays } from "./constants";

/** What was said last of the two languages of a clause; nothing yet is `pending`. `on` is a day in the network's zone. */
export type ParityFact = { parity: Parity; on: string };
type Judgement = { parity: Parity; at: Date };

/**
 * What stands, of the judgements of the same words, the newest first. A dispute counts from the first that these words ever
 * had: ended and begun again it begins no new wait, or one person could hold up every answer for good.
 */
export function factOf(judgements: readonly Judgement[], dayOf: (at: Date) => string): ParityFact | null {
  const [last] = judgements;
  if (!last) return null;
  if (last.parity === "disputed") {
    const first = judgements.findLast(({ parity }) => parity === "disputed") ?? last;
    return { parity: "disputed", on: dayOf(first.at) };
  }
  const before = judgements.findIndex(({ parity }) => parity !== last.parity);
  const first = judgements[(before === -1 ? judgements.length : before) - 1] ?? last;
  return { parity: last.parity, on: dayOf(first.at) };
}

type Calendar = { rests: readonly BlackoutPeriod[]; closing: ClosingRule };

/** The last day on which new answers wait for a third reader; from the next one the clause prints as disputed. */
export const disputeWaitsUntil = ({ parity, on }: ParityFact, { rests, closing }: Calendar) =>
  parity === "disputed" ? addWorkingDays(on, disputeDays, rests, closing) : null;

export type ParityObstacle = "parityPending" | "parityDisputed";

/** Whether the two languages of a text stand in the way of new answers: one waits for the other, or was disputed a moment ago. */
export function parityObstacle(
  clauses: readonly (ParityFact | null)[],
  today: string,
  calendar: Calendar,
): ParityObstacle | null {
  if (clauses.some((it) => it === null || it.parity === "pending")) return "parityPending";
  const waits = clauses.some((it) => {
    const until = it && disputeWaitsUntil(it, calendar);
    return until !== null && today <= until;
  });
  return waits ? "parityDisputed" : null;
}

export const isEqual = (clauses: readonly (Pick<ParityFact, "parity"> | null)[]) =>
  clauses.length > 0 && clauses.every((it) => it?.parity === "equal");

export type JudgementObstacle = "ownWording" | "clauseOneLanguage" | "notCurrentVersion";

type Judged = {
  /** Who wrote the clause, and who posted the version. */
  authors: readonly string[];
  reader: string;
  whole: boolean;
  current: boolean;
};

/** Somebody else judges: never who wrote the clause or posted the text. */
export const isOwnWording = ({ authors, reader }: Pick<Judged, "authors" | "reader">) => authors.includes(reader);

export function judgementObstacle({ whole, current }: Pick<Judged, "whole" | "current">) {
  if (!current) return "notCurrentVersion" as const;
  return whole ? null : ("clauseOneLanguage" as const);
}
