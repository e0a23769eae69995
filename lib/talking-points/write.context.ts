import "server-only";
import { listBlackouts } from "@/lib/network/read.settings";
import { readableBy as organizationsReadableBy } from "@/lib/organizations/policy";
import type { Tx } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { rememberClock } from "@/lib/platform/time/clock";
import { readToday } from "@/lib/platform/time/today";
import { addDays, longestWait } from "@/lib/platform/time/working-days";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import { belongsTo } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { readableBy } from "./policy";
import { openingSelect } from "./policy.comments";
import { pointAt } from "./rules.address";

export const clauseTextSelect = {
  key: true,
  kind: true,
  en: true,
  fr: true,
  questionEn: true,
  questionFr: true,
  libraryItemId: true,
  locator: true,
  source: true,
  officeId: true,
  addresseeEn: true,
  addresseeFr: true,
  outsideSource: true,
  authorId: true,
} satisfies Prisma.TalkingPointClauseSelect;

const contextSelect = {
  id: true,
  status: true,
  version: true,
  currentVersion: true,
  usableVersion: true,
  openedVersion: true,
  proposedById: true,
  leads: { select: { organizationId: true } },
  steps: openingSelect,
  current: {
    select: {
      digest: true,
      titleEn: true,
      titleFr: true,
      authorId: true,
      createdAt: true,
      themes: { select: { themeId: true } },
      propositions: { select: { propositionId: true } },
      clauses: { orderBy: { number: "asc" }, select: clauseTextSelect },
    },
  },
} satisfies Prisma.TalkingPointSelect;

/** A point as whoever changes something of it finds it, with the words in force. */
export type PointContext = Prisma.TalkingPointGetPayload<{ select: typeof contextSelect }> & { themeIds: string[] };

/**
 * Locks the point until the transaction ends; 404 unless the viewer may read it. `SHARE` for what rests on its words, so that
 * they do not change before it is stored; `UPDATE` for what changes them.
 */
export async function lockPoint(tx: Tx, viewer: Viewer, id: string, mode: "SHARE" | "UPDATE"): Promise<PointContext> {
  const at = pointAt(id);
  const where = at.id ? Prisma.sql`"id" = ${at.id}::uuid` : Prisma.sql`"slug" = ${at.slug}`;
  const [locked] = await tx.$queryRaw<{ now: Date }[]>`
    WITH locked AS MATERIALIZED (SELECT "id" FROM "TalkingPoint" WHERE ${where} FOR ${Prisma.raw(mode)})
    SELECT clock_timestamp() AS "now" FROM locked`;
  // The moment of what happens now is after the lock: an answer is then never dated after the words that followed its own.
  if (locked) rememberClock(tx, locked.now);
  // A statement of its own: one that waited for a lock does not see what was written meanwhile.
  const found = await tx.talkingPoint.findFirst({ where: { AND: [readableBy(viewer), at] }, select: contextSelect });
  if (!found) throw new Refusal("NOT_FOUND", "noSuchTalkingPoint");
  return { ...found, themeIds: found.current.themes.map((it) => it.themeId) };
}

/** The viewer's own organization; anybody else's answers 404, or 403 where it can be read. */
export async function findActing(tx: Tx, viewer: Viewer, slug: string) {
  const found = await tx.organization.findFirst({
    where: { AND: [organizationsReadableBy(viewer), { slug }] },
    select: { id: true, slug: true },
  });
  if (!found) throw new Refusal("NOT_FOUND", "noSuchOrganization");
  if (!belongsTo(viewer, found.id)) throw new Refusal("FORBIDDEN", "notYourOrganization");
  return found;
}

/** Who did it, where no mandate is kept with the step. */
export async function actorColumns(tx: Tx, viewer: Viewer) {
  if (viewer.personId === null) throw new Refusal("UNAUTHORIZED", "signInFirst");
  await lockRights(tx, viewer);
  return { actorId: viewer.personId, byToken: viewer.token !== null };
}

/** The network's day and the days on which nothing is due. */
export async function readCalendar(tx: Tx) {
  const { today, closing, timeZone, now } = await readToday(tx);
  return { today, closing, timeZone, now, rests: await listBlackouts(addDays(today, -longestWait)) };
}

export function refuse(obstacle: string | null, facts: Record<string, string | number | null> = {}) {
  if (obstacle) throw new Refusal("CONFLICT", obstacle, facts);
}
