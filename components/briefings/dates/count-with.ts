import type { DateAnswer } from "@/lib/briefings/constants";
import type { ShownDate } from "./shown-date";

type Tally = ShownDate["tally"];

const nameOf = { yes: "yes", if_need_be: "ifNeedBe", no: "no", none: "unanswered" } as const;

/** The counts as they would be once an answer that is still being chosen is sent. */
export function countWith(tally: Tally, sent: DateAnswer | null, chosen: DateAnswer | null): Tally {
  if (sent === chosen) return tally;
  const [from, to] = [nameOf[sent ?? "none"], nameOf[chosen ?? "none"]];
  return { ...tally, [from]: tally[from] - 1, [to]: tally[to] + 1 };
}
