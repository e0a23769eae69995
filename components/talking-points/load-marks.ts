import { requireAccount } from "@/components/accounts/require-account";
import { orNotFound } from "@/lib/api/or-not-found";
import { api, getViewer } from "@/lib/api/server";
import type { PageQuery } from "./talking-points-query";
import { chooseTreatments, toWhatIf } from "./what-if";

/** The marks of a point as the reader may know them; for the convener with what they try out. */
export async function loadMarks(slug: string, query: PageQuery) {
  await requireAccount();
  const point = await orNotFound(api.talkingPoints.get({ id: slug }));
  const marks = await orNotFound(api.talkingPoints.marks.walkAway({ id: slug }));
  const chosen = chooseTreatments(marks, query);
  const tried =
    chosen.size === 0 || !marks.convener
      ? marks
      : await api.talkingPoints.marks.walkAway({ id: slug, ...toWhatIf(chosen) });
  const { personId } = await getViewer();
  return { point, marks: tried, chosen, writer: personId ?? "" };
}
export type MarksFacts = Awaited<ReturnType<typeof loadMarks>>;
