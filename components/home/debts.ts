import { dayOf } from "@/components/positions/day";
import { urgencyOf } from "@/components/ui/deadline";
import type { Owed } from "@/lib/home/schema";

type Awaiting = Owed["awaitingSignOff"]["items"][number];
type Returned = Owed["returned"]["items"][number];
type Review = Owed["review"]["items"][number];

/** Something an organization owes itself: a decision that waits for it. Nothing happens when it is not paid. */
export type Debt = { key: string; due: Date | null } & (
  | { kind: "sign"; draft: Awaiting }
  | { kind: "returned"; draft: Returned }
  | { kind: "review"; positions: Review[]; stale: boolean }
);

/** The last hour of a day in coalition time: what is due on a day may be done all that day. */
const endOf = (day: string) => new Date(dayOf(day).getTime() + 15.9 * 3_600_000);

/** Positions that come up for review on the same day are one decision for a board, not seven. */
function toReviews(reviews: readonly Review[]): Debt[] {
  const byDay = new Map<string, Review[]>();
  for (const it of reviews) byDay.set(it.reviewBy, [...(byDay.get(it.reviewBy) ?? []), it]);
  return [...byDay].map(([day, positions]) => ({
    kind: "review" as const,
    key: `review-${day}`,
    due: endOf(day),
    positions,
    stale: positions.some((it) => it.stale),
  }));
}

/** What an organization owes, the earliest first; what has no date comes last. */
export function toDebts({
  awaitingSignOff,
  returned,
  review,
}: Pick<Owed, "awaitingSignOff" | "returned" | "review">): Debt[] {
  const debts: Debt[] = [
    ...awaitingSignOff.items.map((draft) => ({
      kind: "sign" as const,
      key: `sign-${draft.proposition.slug}`,
      due: endOf(draft.suggestedBy),
      draft,
    })),
    ...toReviews(review.items),
    ...returned.items.map((draft) => ({
      kind: "returned" as const,
      key: `returned-${draft.proposition.slug}`,
      due: null,
      draft,
    })),
  ];
  return debts.sort(
    (a, b) => (a.due?.getTime() ?? Number.POSITIVE_INFINITY) - (b.due?.getTime() ?? Number.POSITIVE_INFINITY),
  );
}

export const debtGroups = ["past", "today", "week", "later", "undated"] as const;
export type DebtGroup = (typeof debtGroups)[number];

const week = 7 * 86_400_000;

export function groupOf({ due }: Debt, now: Date): DebtGroup {
  if (!due) return "undated";
  const urgency = urgencyOf(due, now);
  if (urgency === "past" || urgency === "today") return urgency;
  return due.getTime() - now.getTime() < week ? "week" : "later";
}

/** The groups that hold anything, in order. */
export const toGroups = (debts: readonly Debt[], now: Date) =>
  debtGroups
    .map((group) => ({ group, debts: debts.filter((debt) => groupOf(debt, now) === group) }))
    .filter((it) => it.debts.length > 0);
