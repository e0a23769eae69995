import { isStale } from "@/lib/positions/rules";
import { type Stance, stances, type Visibility } from "@/lib/positions/schema";
import { formatTaskKey } from "@/lib/tasks/rules";
import type { TaskKey, TaskPage } from "@/lib/tasks/schema";

/** A standing position, as far as the counts need it. */
type StandingStance = { stance: Stance; visibility: Visibility; reviewBy: string | null };

/** Counted from what stands: a draft says nothing yet, and silence is no answer. */
export function countStances(standing: readonly StandingStance[], propositions: number, today: string) {
  const counts = Object.fromEntries(stances.map((stance) => [stance, 0])) as Record<Stance, number>;
  for (const { stance } of standing) counts[stance] += 1;
  return {
    counts,
    propositions,
    notRecorded: propositions - standing.length,
    public: standing.filter((it) => it.visibility === "public").length,
    stale: standing.filter((it) => isStale(it.reviewBy, today)).length,
  };
}

/** The first few of a list, and how many there are. */
export const firstOf = <Item>(items: readonly Item[], limit = 10): TaskPage<Item> => ({
  total: items.length,
  items: items.slice(0, limit),
});

/** What Home shows of a task: what its noun knows of it, and its key. */
export const toItem = <Facts extends object>(task: TaskKey & { facts: Facts }) => ({
  ...task.facts,
  key: formatTaskKey(task),
});

export const toItems = <Facts extends object>({ total, items }: TaskPage<TaskKey & { facts: Facts }>) => ({
  total,
  items: items.map(toItem),
});
