import type { Category, Counts, List } from "./schema";

const open = new Set<Category>(["too_few", "unsettled"]);

/**
 * The one list that a proposition stands in. What is not settled is open, whoever opposes it so far; one opponent makes it
 * split, whatever the majority. Null where some are not shown: a list would say who they are not.
 */
export function listFor(category: Category | null, { oppose, stand_aside }: Counts): List | null {
  if (category === null) return null;
  if (open.has(category)) return "open";
  if (oppose > 0) return "split";
  return stand_aside > 0 ? "will_not_contradict" : "common_ground";
}
