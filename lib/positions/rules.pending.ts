import { isDueForReview, isStale } from "./rules";
import type { DraftState } from "./schema";

/** What can wait on a position, the one that settles the others first. */
export const pendingKinds = ["submitted", "returned", "earlierWording", "undecided", "review"] as const;
export type PendingKind = (typeof pendingKinds)[number];

export type PositionSituation = {
  draftState: DraftState | null;
  /** The wording that what stands was given for; null where nothing stands. */
  standingFor: number | null;
  currentWording: number;
  reviewBy: string | null;
  /** The day that an undecided organization set itself. */
  decideBy: string | null;
};

/**
 * What waits on one position. Home, the organization's page and the board pack all count by this, so that they cannot differ: a
 * review is one task before its day and after, since it is the same review.
 */
export function findPending(it: PositionSituation, today: string): PendingKind[] {
  const stands = it.standingFor !== null;
  const is: Record<PendingKind, boolean> = {
    submitted: it.draftState === "submitted" || it.draftState === "signed_once",
    returned: it.draftState === "returned",
    earlierWording: stands && it.standingFor !== it.currentWording,
    undecided: stands && isStale(it.decideBy, today),
    review: stands && isDueForReview(it.reviewBy, today),
  };
  return pendingKinds.filter((kind) => is[kind]);
}
