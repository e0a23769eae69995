import { z } from "zod";
import { requireAccount } from "@/components/accounts/require-account";
import { orNotFound } from "@/lib/api/or-not-found";
import { api, getViewer } from "@/lib/api/server";
import type { PageQuery } from "./talking-points-query";

/** What is asked of one clause in "What if": `clause-3=dropped`, `clause-3=bracketed`, or the number of an amendment. */
const whatIf = z.enum(["dropped", "bracketed"]).or(z.string().regex(/^\d{1,6}$/));

export const whatIfName = (number: number) => `clause-${number}`;

/** The marks of a point as the reader may know them; for the convener with what they try out. */
export async function loadMarks(slug: string, query: PageQuery) {
  await requireAccount();
  const point = await orNotFound(api.talkingPoints.get({ id: slug }));
  const marks = await orNotFound(api.talkingPoints.marks.walkAway({ id: slug }));
  const chosen = new Map(
    marks.clauses.flatMap(({ number, key }) => {
      const parsed = whatIf.safeParse(query[whatIfName(number)]);
      if (!parsed.success) return [];
      const { data } = parsed;
      const isThere = marks.amendments.some((it) => it.clause === key && String(it.number) === data);
      return data === "dropped" || data === "bracketed" || isThere ? [[number, data] as const] : [];
    }),
  );
  const listed = (wanted: (value: string) => boolean, of: (entry: readonly [number, string]) => string) =>
    [...chosen].filter(([, value]) => wanted(value)).map(of);
  const dropped = listed(
    (it) => it === "dropped",
    ([number]) => String(number),
  );
  const bracketed = listed(
    (it) => it === "bracketed",
    ([number]) => String(number),
  );
  const swapped = listed(
    (it) => /^\d/.test(it),
    ([, value]) => value,
  );
  const tried =
    chosen.size === 0 || !marks.convener
      ? marks
      : await api.talkingPoints.marks.walkAway({
          id: slug,
          ...(dropped.length > 0 && { dropped: dropped.join() }),
          ...(bracketed.length > 0 && { bracketed: bracketed.join() }),
          ...(swapped.length > 0 && { swapped: swapped.join() }),
        });
  const { personId } = await getViewer();
  return { point, marks: tried, chosen, writer: personId ?? "" };
}
export type MarksFacts = Awaited<ReturnType<typeof loadMarks>>;
