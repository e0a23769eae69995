import { sortByDay, type Urgent } from "@/lib/tasks/rules";
import type { OrganizationTasks } from "./schema";

type Awaiting = OrganizationTasks["awaitingSignOff"]["items"][number];
type Returned = OrganizationTasks["returned"]["items"][number];
type Review = OrganizationTasks["review"]["items"][number];

/** A row of Home: one task, or the reviews of one day. Nothing happens by itself when it is not done. */
export type HomeRow = Urgent & { key: string } & (
    | { kind: "sign"; draft: Awaiting }
    | { kind: "returned"; draft: Returned }
    /** `positions` are the first few of `count`. */
    | { kind: "review"; positions: Review[]; count: number; stale: "all" | "some" | "none"; hand: Hand; with: Person }
  );

/** In whose hands a review is: the reader's to confirm, to be asked for, asked for already, or nobody's. */
export type Hand = "confirm" | "ask" | "waiting" | "nobody";
/** Who was or could be asked; null where they gave no name. */
type Person = string | null;

function handOf({ mayConfirm, confirmer }: Review): Hand {
  if (mayConfirm) return "confirm";
  if (!confirmer) return "nobody";
  return confirmer.asked ? "waiting" : "ask";
}

/**
 * Positions that come up for review on the same day are one decision for a board, not seven. Of a long list only the
 * earliest are told by name: those that are not come later, so they are counted with the last of them.
 */
function toReviews({ review: { items, total }, said }: Pick<OrganizationTasks, "review" | "said">): HomeRow[] {
  const keyOf = (it: Review) => {
    const hand = handOf(it);
    return hand === "confirm" ? `review-${it.reviewBy}` : `review-${it.reviewBy}-${hand}-${it.confirmer?.name ?? ""}`;
  };
  const together = new Map<string, Review[]>();
  for (const it of items) together.set(keyOf(it), [...(together.get(keyOf(it)) ?? []), it]);
  const last = items.at(-1);
  return [...together].flatMap(([key, positions]): HomeRow[] => {
    const [first] = positions;
    if (!first) return [];
    const unnamed = last && keyOf(last) === key ? total - items.length : 0;
    const hand = handOf(first);
    return [
      {
        kind: "review",
        key,
        day: first.reviewBy,
        waiting: hand === "waiting",
        positions,
        count: positions.length + unnamed,
        stale: staleOf(positions, unnamed > 0 && said.stale < total),
        hand,
        with: first.confirmer?.name ?? null,
      },
    ];
  });
}

function staleOf(positions: readonly Review[], othersAreNot: boolean) {
  const stale = positions.filter((it) => it.stale).length;
  if (stale === 0) return "none";
  return stale === positions.length && !othersAreNot ? "all" : "some";
}

/** The rows of one organization, the earliest first; what has no date comes last. */
export function toRows(
  organizationTasks: Pick<OrganizationTasks, "awaitingSignOff" | "returned" | "review" | "said">,
): HomeRow[] {
  const { awaitingSignOff, returned } = organizationTasks;
  return sortByDay<HomeRow>([
    ...awaitingSignOff.items.map((draft) => ({
      ...{ kind: "sign" as const, key: draft.key },
      ...{ day: draft.suggestedBy, waiting: false, draft },
    })),
    ...toReviews(organizationTasks),
    ...returned.items.map((draft) => ({
      ...{ kind: "returned" as const, key: draft.key },
      ...{ day: null, waiting: false, draft },
    })),
  ]);
}

/** Tasks of a long list that have no row of their own here. */
export const unlisted = ({ awaitingSignOff, returned }: Pick<OrganizationTasks, "awaitingSignOff" | "returned">) => ({
  submitted: awaitingSignOff.total - awaitingSignOff.items.length,
  returned: returned.total - returned.items.length,
});
