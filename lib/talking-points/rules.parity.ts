import { addWorkingDays, type BlackoutPeriod, type ClosingRule } from "@/lib/platform/time/working-days";
import type { Parity } from "../proposals/schema";
import { disputeDays } from "./constants";

/** What was said last of the two languages of a clause; nothing yet is `pending`. `on` is a day in the network's zone. */
export type ParityFact = { parity: Parity; on: string };
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

export const isEqual = (clauses: readonly (ParityFact | null)[]) =>
  clauses.length > 0 && clauses.every((it) => it?.parity === "equal");

export type JudgementObstacle = "ownWording" | "clauseOneLanguage" | "notCurrentVersion";

type Judged = {
  parity: Parity;
  /** Who wrote the clause, and who posted the version. */
  authors: readonly string[];
  reader: string;
  whole: boolean;
  current: boolean;
};

/** Somebody else judges: never who wrote the clause or posted the text. */
export const isOwnWording = ({ authors, reader }: Pick<Judged, "authors" | "reader">) => authors.includes(reader);

export function judgementObstacle({ parity, whole, current }: Omit<Judged, "authors" | "reader">) {
  if (!current) return "notCurrentVersion" as const;
  return !whole && parity !== "pending" ? ("clauseOneLanguage" as const) : null;
}
