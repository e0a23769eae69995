import "server-only";
import { db } from "@/lib/platform/db/client";
import { asc, desc, keyset } from "@/lib/platform/db/keyset";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { idleHours } from "@/lib/platform/session/durations";
import type { Viewer } from "@/lib/viewer/schema";
import { sessionsReadableBy } from "./policy";
import type { ListInput, Session } from "./schema";

const latestFirst = keyset<Prisma.SessionWhereInput, Prisma.SessionOrderByWithRelationInput>(
  "sessions",
  desc("lastSeenAt"),
  asc("id"),
);

/** The sessions that one could go on with: those that are over, or idle for too long, open nothing any more. */
export async function listSessions(viewer: Viewer, page: ListInput) {
  const now = Date.now();
  const live = { expiresAt: { gt: new Date(now) }, lastSeenAt: { gt: new Date(now - idleHours * 3_600_000) } };
  const where = { AND: [sessionsReadableBy(viewer), live] };
  const [rows, total] = await Promise.all([
    db.session.findMany({
      ...latestFirst.page(where, page),
      select: { id: true, createdAt: true, lastSeenAt: true, expiresAt: true },
    }),
    db.session.count({ where }),
  ]);
  return latestFirst.toPage(
    rows,
    page,
    total,
    ({ id, createdAt, lastSeenAt, expiresAt }): Session => ({
      id,
      signedInAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      current: id === viewer.sessionId,
    }),
  );
}
