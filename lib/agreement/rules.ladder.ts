import { interval } from "./rules";
import type { Counts } from "./schema";
import { type Check, checks, type Rung } from "./schema.ladder";

export const specificityOf = (held: Record<Check, boolean>) => checks.filter((it) => held[it]).length;

/** Those who would stand behind it, and those who would not be against it; whoever has not decided makes it a range. */
export function buyIn(counts: Counts): Pick<Rung, "support" | "notOppose"> {
  const support = interval(counts);
  if (!support || counts.not_recorded === null) return { support: null, notOppose: null };
  const { stated, possible } = support;
  const bearing = counts.stand_aside;
  return { support: { stated, possible }, notOppose: { stated: stated + bearing, possible: possible + bearing } };
}
