import { type Category, type Counts, type List, lists } from "./schema";

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

/** List after list, as on the page; what stands in none comes last. */
export const sortByList = <Row extends { list: List | null; number: number }>(rows: readonly Row[]): Row[] => {
  const rankOf = ({ list }: Row) => (list === null ? lists.length : lists.indexOf(list));
  return [...rows].sort((one, other) => rankOf(one) - rankOf(other) || one.number - other.number);
};
