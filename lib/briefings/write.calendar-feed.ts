import "server-only";
import { randomBytes } from "node:crypto";
import { db, transact } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { Refusal } from "@/lib/platform/http/refusal";
import { sha256 } from "@/lib/platform/text/digest";
import { readClock } from "@/lib/platform/time/clock";
import type { Viewer } from "@/lib/viewer/schema";

/** A link to what somebody may read is made and ended by them in person, not by a program in their name. */
function ownerOf(viewer: Viewer): string {
  if (viewer.personId === null || viewer.token !== null) throw new Refusal("FORBIDDEN", "onlyInSession");
  return viewer.personId;
}

export async function getFeed(viewer: Viewer) {
  const found = await db.calendarFeed.findUnique({ where: { personId: ownerOf(viewer) }, select: { createdAt: true } });
  return { since: found?.createdAt.toISOString() ?? null };
}

/** Makes the link to one's own calendar, told this once; an earlier one opens nothing from now on. */
export const makeFeed = (viewer: Viewer) =>
  transact(async (tx) => {
    const personId = ownerOf(viewer);
    const link = randomBytes(16).toString("base64url");
    const row = { tokenHash: sha256(link), createdAt: await readClock(tx) };
    await tx.calendarFeed.upsert({ where: { personId }, create: { personId, ...row }, update: row });
    return { since: row.createdAt.toISOString(), address: `${env().origin}/api/v1/calendar/${link}.ics` };
  });

/** Ends the link. Twice is the same as once. */
export async function endFeed(viewer: Viewer) {
  await db.calendarFeed.deleteMany({ where: { personId: ownerOf(viewer) } });
  return { since: null };
}
