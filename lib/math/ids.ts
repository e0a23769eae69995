/** What a row or a column is called: a number as in a consultation, or a name. */
export type Id = string | number;

/** Numbers by size, before names by their code units: the same everywhere, whatever the language of the machine. */
export function compareIds(one: Id, other: Id): number {
  if (typeof one === "number" && typeof other === "number") return one - other;
  if (typeof one === "number") return -1;
  if (typeof other === "number") return 1;
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Places of the ids in their order. What is computed in this order does not depend on the order in which it was given. */
export const orderOfIds = (ids: readonly Id[]) =>
  [...ids.keys()].sort((one, other) => compareIds(ids[one] as Id, ids[other] as Id) || one - other);
