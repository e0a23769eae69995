import "server-only";
import { db } from "@/lib/platform/db/client";
import type { Representation, Viewer } from "@/lib/viewer/schema";
import { mayEdit, readableBy } from "./policy";
import { isResolved } from "./rules.comments";
import type { TalkingPointTask } from "./schema.tasks";

/**
 * Remarks on a text that wait for whoever holds its pen: open, of another organization, and no lead has replied. One task for
 * each text, however many there are.
 */
export async function listCommentTasks(viewer: Viewer, own: readonly Representation[]): Promise<TalkingPointTask[]> {
  const points = await db.talkingPoint.findMany({
    where: {
      AND: [
        readableBy(viewer),
        { status: { not: "retired" }, leads: { some: { organizationId: { in: own.map((it) => it.organizationId) } } } },
      ],
    },
    orderBy: [{ createdAt: "asc" }, { slug: "asc" }],
    select: {
      ...{ id: true, slug: true, currentVersion: true, leads: { select: { organizationId: true } } },
      current: { select: { titleEn: true, titleFr: true, themes: { select: { themeId: true } } } },
    },
  });
  if (points.length === 0) return [];
  const remarks = await db.talkingPointComment.findMany({
    where: { parentId: null, talkingPointId: { in: points.map(({ id }) => id) } },
    select: {
      ...{ talkingPointId: true, organizationId: true, replies: { select: { organizationId: true } } },
      steps: {
        where: { kind: { in: ["resolved", "reopened"] } },
        orderBy: { number: "desc" },
        take: 1,
        select: { kind: true },
      },
    },
  });
  return points.flatMap(({ id, slug, currentVersion: number, leads, current }) => {
    const isLead = (organizationId: string) => leads.some((it) => it.organizationId === organizationId);
    const waiting = remarks.filter(
      (it) =>
        it.talkingPointId === id &&
        !isResolved(it.steps) &&
        !isLead(it.organizationId) &&
        !it.replies.some((reply) => isLead(reply.organizationId)),
    );
    if (waiting.length === 0) return [];
    const themeIds = current.themes.map((it) => it.themeId);
    const point = { id, slug, title: { en: current.titleEn, fr: current.titleFr } };
    return own
      .filter(({ organizationId }) => isLead(organizationId))
      .map((it) => ({
        ...{ noun: "talking-points" as const, kind: "comments" as const, organization: it.slug },
        ...{ thing: slug, version: number, day: null, person: null },
        facts: { point, number, count: waiting.length, mayWrite: mayEdit(viewer, { ...it, leads, themeIds }) },
      }));
  });
}
