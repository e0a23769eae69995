import "server-only";
import { transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { mayEndSessions, sessionsReadableBy } from "./policy";

/** Ends one's own session, here and on every node: the next request that shows its cookie is a visitor's. */
export async function endSessionOf(viewer: Viewer, id: string) {
  if (!mayEndSessions(viewer)) throw new Refusal("FORBIDDEN", "sessionsByPerson");
  return transact(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { AND: [sessionsReadableBy(viewer), { id }] } });
    if (count === 0) throw new Refusal("NOT_FOUND", "noSuchSession");
    await record(tx, "session.ended", viewer, `person/${viewer.personId}`, { session: id });
    return { ended: count };
  });
}

/** Ends all of the viewer's sessions but this one; one activity entry, however many there were. */
export async function endOtherSessions(viewer: Viewer) {
  const { sessionId: kept } = viewer;
  if (!mayEndSessions(viewer) || kept === null) throw new Refusal("FORBIDDEN", "sessionsByPerson");
  return transact(async (tx) => {
    const { count } = await tx.session.deleteMany({
      where: { AND: [sessionsReadableBy(viewer), { id: { not: kept } }] },
    });
    if (count > 0) await record(tx, "session.ended", viewer, `person/${viewer.personId}`, { kept, ended: count });
    return { ended: count };
  });
}
