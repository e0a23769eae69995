import { urgencyOf } from "@/components/tasks/deadline";
import type { OrganizationTasks } from "@/lib/home/schema";
import { endOf } from "@/lib/platform/time/noon-of";

type Awaiting = OrganizationTasks["awaitingSignOff"]["items"][number];
type Returned = OrganizationTasks["returned"]["items"][number];
type Review = OrganizationTasks["review"]["items"][number];

/** A task: a decision that waits for an organization. Nothing happens by itself when it is not done. */
export type Task = { key: string; due: Date | null } & (
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
function toReviews({ review: { items, total }, said }: Pick<OrganizationTasks, "review" | "said">): Task[] {
  const keyOf = (it: Review) => {
    const hand = handOf(it);
    return hand === "confirm" ? `review-${it.reviewBy}` : `review-${it.reviewBy}-${hand}-${it.confirmer?.name ?? ""}`;
  };
  const together = new Map<string, Review[]>();
  for (const it of items) together.set(keyOf(it), [...(together.get(keyOf(it)) ?? []), it]);
  const last = items.at(-1);
  return [...together].flatMap(([key, positions]): Task[] => {
    const [first] = positions;
    if (!first) return [];
    const unnamed = last && keyOf(last) === key ? total - items.length : 0;
    return [
      {
        kind: "review",
        key,
        due: endOf(first.reviewBy),
        positions,
        count: positions.length + unnamed,
        stale: staleOf(positions, unnamed > 0 && said.stale < total),
        hand: handOf(first),
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

/** What an organization owes, the earliest first; what has no date comes last. */
export function toTasks(
  organizationTasks: Pick<OrganizationTasks, "awaitingSignOff" | "returned" | "review" | "said">,
): Task[] {
  const { awaitingSignOff, returned } = organizationTasks;
  const tasks: Task[] = [
    ...awaitingSignOff.items.map((draft) => ({
      kind: "sign" as const,
      key: `sign-${draft.proposition.slug}`,
      due: endOf(draft.suggestedBy),
      draft,
    })),
    ...toReviews(organizationTasks),
    ...returned.items.map((draft) => ({
      kind: "returned" as const,
      key: `returned-${draft.proposition.slug}`,
      due: null,
      draft,
    })),
  ];
  return tasks.sort(
    (a, b) => (a.due?.getTime() ?? Number.POSITIVE_INFINITY) - (b.due?.getTime() ?? Number.POSITIVE_INFINITY),
  );
}

const taskGroups = ["past", "today", "week", "later", "undated", "waiting"] as const;
type TaskGroup = (typeof taskGroups)[number];

const week = 7 * 86_400_000;

/** Asked of somebody else already: nothing that the reader could still do. */
export const isWaiting = (task: Task) => task.kind === "review" && task.hand === "waiting";

function groupOf(task: Task, now: Date): TaskGroup {
  const { due } = task;
  if (isWaiting(task)) return "waiting";
  if (!due) return "undated";
  const urgency = urgencyOf(due, now);
  if (urgency === "past" || urgency === "today") return urgency;
  return due.getTime() - now.getTime() < week ? "week" : "later";
}

/** The groups that hold anything, in order. */
export const toGroups = (tasks: readonly Task[], now: Date) =>
  taskGroups
    .map((group) => ({ group, tasks: tasks.filter((task) => groupOf(task, now) === group) }))
    .filter((it) => it.tasks.length > 0);

/** Tasks of a long list that have no row of their own here. */
export const unlisted = ({ awaitingSignOff, returned }: Pick<OrganizationTasks, "awaitingSignOff" | "returned">) => ({
  submitted: awaitingSignOff.total - awaitingSignOff.items.length,
  returned: returned.total - returned.items.length,
});
