import { z } from "zod";
import type { WalkAway } from "@/lib/talking-points/schema.marks";
import type { PageQuery } from "./talking-points-query";

/** What is asked of one clause in "What if": `clause-3=dropped`, `clause-3=bracketed`, or the number of an amendment. */
const whatIf = z.enum(["dropped", "bracketed"]).or(z.string().regex(/^\d{1,6}$/));

export const whatIfName = (number: number) => `clause-${number}`;

type Marks = Pick<WalkAway, "clauses" | "amendments">;

/**
 * What becomes of each clause, as the address chooses it; what cannot be is passed over. An amendment that changes several
 * clauses is chosen in all of them, but for those that go or that another one changes: then it is not chosen.
 */
export function chooseTreatments({ clauses, amendments }: Marks, query: PageQuery): Map<number, string> {
  const asked = new Map(
    clauses.flatMap(({ number, key }) => {
      const { data } = whatIf.safeParse(query[whatIfName(number)]);
      const isThere = amendments.some((it) => it.clause === key && String(it.number) === data);
      return data === "dropped" || data === "bracketed" || (data && isThere) ? [[number, data] as const] : [];
    }),
  );
  const chosen = new Map([...asked].filter(([, value]) => value === "dropped" || value === "bracketed"));
  for (const value of new Set(asked.values())) {
    const places = clauses.filter(({ key }) =>
      amendments.some((it) => it.clause === key && String(it.number) === value),
    );
    const free = places.filter(({ number }) => !chosen.has(number));
    const isTaken = places.some(({ number }) => /^\d/.test(chosen.get(number) ?? ""));
    if (!isTaken) for (const { number } of free) chosen.set(number, value);
  }
  return chosen;
}

/** The choices as the API takes them. */
export function toWhatIf(chosen: ReadonlyMap<number, string>) {
  const listed = (wanted: string) => [...chosen].filter(([, value]) => value === wanted).map(([number]) => number);
  const [dropped, bracketed] = [listed("dropped"), listed("bracketed")];
  const swapped = [...new Set(chosen.values())].filter((it) => /^\d/.test(it));
  return {
    ...(dropped.length > 0 && { dropped: dropped.join() }),
    ...(bracketed.length > 0 && { bracketed: bracketed.join() }),
    ...(swapped.length > 0 && { swapped: swapped.join() }),
  };
}
