import "server-only";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import type { Representation, Viewer } from "@/lib/viewer/schema";
import { mayAmend, mayHandle, readableBy } from "./policy";
import { standingOf } from "./rules.handling";
import type { TalkingPointTask } from "./schema.tasks";

const rowSelect = {
  id: true,
  number: true,
  organizationId: true,
  steps: { orderBy: { number: "asc" } },
  of: {
    select: {
      talkingPoint: {
        select: {
          ...{ id: true, slug: true, currentVersion: true, leads: { select: { organizationId: true } } },
          current: { select: { titleEn: true, titleFr: true, themes: { select: { themeId: true } } } },
        },
      },
    },
  },
} satisfies Prisma.AmendmentSelect;

type Row = Prisma.AmendmentGetPayload<{ select: typeof rowSelect }>;

/** What amendments ask of these organizations: a word from whoever holds the pen, and then the amender's answer to it. */
export async function listAmendmentTasks(viewer: Viewer, own: readonly Representation[]): Promise<TalkingPointTask[]> {
  const ids = own.map((it) => it.organizationId);
  const text: Prisma.TalkingPointWhereInput = {
    AND: [readableBy(viewer), { status: { notIn: ["draft", "retired"] } }],
  };
  const led = { leads: { some: { organizationId: { in: ids } } } };
  const rows = await db.amendment.findMany({
    where: {
      state: "open",
      of: { talkingPoint: text },
      OR: [{ organizationId: { in: ids } }, { of: { talkingPoint: led } }],
    },
    orderBy: [{ openedAt: "asc" }, { id: "asc" }],
    select: rowSelect,
  });
  return own.flatMap((it) => [...toHandleTasks(viewer, it, rows), ...toReplyTasks(viewer, it, rows)]);
}

const aboutOf = ({ of: { talkingPoint: point } }: Row) => ({
  point: { id: point.id, slug: point.slug, title: { en: point.current.titleEn, fr: point.current.titleFr } },
  number: point.currentVersion,
});

const scopeOf = ({ of: { talkingPoint: point } }: Row) => ({
  ...{ leads: point.leads, themeIds: point.current.themes.map((it) => it.themeId) },
});

const keyOf = ({ of: { talkingPoint: point } }: Row, { slug: organization }: Representation) => ({
  ...{ noun: "talking-points" as const, organization, thing: point.slug, day: null, person: null },
});

/** One task for each text, however many amendments wait there. */
function toHandleTasks(viewer: Viewer, own: Representation, rows: readonly Row[]): TalkingPointTask[] {
  const waiting = new Map<string, Row[]>();
  for (const row of rows) {
    const { id, leads } = row.of.talkingPoint;
    if (!leads.some((it) => it.organizationId === own.organizationId) || standingOf(row.steps).handled) continue;
    waiting.set(id, [...(waiting.get(id) ?? []), row]);
  }
  return [...waiting.values()].flatMap((several) => {
    const [first] = several;
    if (!first) return [];
    const mayHandleThese = mayHandle(viewer, { ...scopeOf(first), organizationId: own.organizationId });
    const facts = { ...aboutOf(first), amendments: several.length, mayHandle: mayHandleThese };
    return [{ ...keyOf(first, own), kind: "handle" as const, version: first.of.talkingPoint.currentVersion, facts }];
  });
}

/** The amendment's number is the version of the task: each is asked by itself. */
function toReplyTasks(viewer: Viewer, own: Representation, rows: readonly Row[]): TalkingPointTask[] {
  return rows.flatMap((row) => {
    if (row.organizationId !== own.organizationId || standingOf(row.steps).handled === null) return [];
    const mayAnswer = mayAmend(viewer, { ...scopeOf(row), organizationId: own.organizationId });
    const facts = { ...aboutOf(row), amendment: row.id, mayAnswer };
    return [{ ...keyOf(row, own), kind: "reply" as const, version: row.number ?? 0, facts }];
  });
}
