import "server-only";
import { db } from "@/lib/platform/db/client";
import { decodeCursor, toPage } from "@/lib/platform/http/pagination";
import { idleHours } from "@/lib/platform/session/durations";
import type { Viewer } from "@/lib/viewer/schema";
import { sessionsReadableBy } from "./policy";
import type { ListInput, Session } from "./schema";

/** The sessions that one could go on with: those that are over, or idle for too long, open nothing any more. */
export async function listSessions(viewer: Viewer, { limit, cursor }: ListInput) {
  const offset = decodeCursor(cursor);
  const now = Date.now();
  const live = { expiresAt: { gt: new Date(now) }, lastSeenAt: { gt: new Date(now - idleHours * 3_600_000) } };
  const where = { AND: [sessionsReadableBy(viewer), live] };
  const [rows, total] = await Promise.all([
    db.session.findMany({
      where,
      orderBy: [{ lastSeenAt: "desc" }, { id: "asc" }],
      skip: offset,
      take: limit,
      select: { id: true, createdAt: true, lastSeenAt: true, expiresAt: true },
    }),
    db.session.count({ where }),
  ]);
  const items = rows.map(
    ({ id, createdAt, lastSeenAt, expiresAt }): Session => ({
      id,
      signedInAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      current: id === viewer.sessionId,
    }),
  );
  return toPage(items, offset, limit, total);
}
