import { urgencyOf } from "@/components/tasks/deadline";
import type { OrganizationTasks } from "@/lib/home/schema";
import { noonOf } from "@/lib/platform/time/noon-of";

type Awaiting = OrganizationTasks["awaitingSignOff"]["items"][number];
type Returned = OrganizationTasks["returned"]["items"][number];
type Review = OrganizationTasks["review"]["items"][number];

/** A task: a decision that waits for an organization. Nothing happens by itself when it is not done. */
export type Task = { key: string; due: Date | null } & (
  | { kind: "sign"; draft: Awaiting }
  | { kind: "returned"; draft: Returned }
  /** `positions` are the first few of `count`. */
  | { kind: "review"; positions: Review[]; count: number; stale: "all" | "some" | "none" }
);

/**
 * The end of a day in the network's time zone: a task is due all that day. (15.9 h after noon UTC is wrong in summer;
 * platform/time resolves it.)
 */
const endOf = (day: string) => new Date(noonOf(day).getTime() + 15.9 * 3_600_000);

/**
 * Positions that come up for review on the same day are one decision for a board, not seven. Of a long list only the
 * earliest are told by name: those that are not come later, so they are counted with the last of them.
 */
function toReviews({ review: { items, total }, said }: Pick<OrganizationTasks, "review" | "said">): Task[] {
  const byDay = new Map<string, Review[]>();
  for (const it of items) byDay.set(it.reviewBy, [...(byDay.get(it.reviewBy) ?? []), it]);
  const last = items.at(-1)?.reviewBy;
  return [...byDay].map(([day, positions]) => {
    const unnamed = day === last ? total - items.length : 0;
    return {
      kind: "review" as const,
      key: `review-${day}`,
      due: endOf(day),
      positions,
      count: positions.length + unnamed,
      stale: staleOf(positions, unnamed > 0 && said.stale < total),
    };
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

export const taskGroups = ["past", "today", "week", "later", "undated"] as const;
export type TaskGroup = (typeof taskGroups)[number];

const week = 7 * 86_400_000;

export function groupOf({ due }: Task, now: Date): TaskGroup {
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

/** Debts of a long list that have no row of their own here. */
export const unlisted = ({ awaitingSignOff, returned }: Pick<OrganizationTasks, "awaitingSignOff" | "returned">) => ({
  submitted: awaitingSignOff.total - awaitingSignOff.items.length,
  returned: returned.total - returned.items.length,
});
