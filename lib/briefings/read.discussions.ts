import "server-only";
import { db } from "@/lib/platform/db/client";
import { desc, keyset } from "@/lib/platform/db/keyset";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import type { Viewer } from "@/lib/viewer/schema";
import type { ThingKind } from "./constants.agenda";
import { readableBy } from "./policy";
import { briefingNameSelect, toBriefingName } from "./read.agenda";
import type { Discussed, DiscussionsInput } from "./schema.agenda";

const newestFirst = keyset<Prisma.AgendaItemWhereInput, Prisma.AgendaItemOrderByWithRelationInput>(
  "discussions",
  desc("briefing.startsAt", { nullable: true }),
  desc("id"),
);

/** Items that stand on an agenda; what was only proposed, or whose meeting was called off, was discussed nowhere. */
const standing = (viewer: Viewer): Prisma.AgendaItemWhereInput => ({
  number: { not: null },
  briefing: { AND: [readableBy(viewer), { state: { not: "cancelled" } }] },
});

const named = {
  recommendation: (about) => ({ recommendation: { ref: about } }),
  point: (about) => ({ talkingPoint: { slug: about } }),
  proposition: (about) => ({ proposition: { slug: about } }),
} satisfies Record<ThingKind, (about: string) => Prisma.AgendaItemWhereInput>;

const select = {
  id: true,
  outcome: true,
  briefing: { select: briefingNameSelect },
} satisfies Prisma.AgendaItemSelect;

/** The meetings on whose agenda a thing stands, newest first: where it was, or is to be, discussed. */
export async function listBriefingsAbout(viewer: Viewer, { kind, about, ...page }: DiscussionsInput) {
  const where = { AND: [standing(viewer), named[kind](about)] };
  const [rows, total] = await Promise.all([
    db.agendaItem.findMany({ ...newestFirst.page(where, page), select }),
    db.agendaItem.count({ where }),
  ]);
  return newestFirst.toPage(rows, page, total, ({ outcome, briefing }) => ({
    outcome,
    briefing: toBriefingName(briefing),
  }));
}

/** How many of the meetings that had a recommendation on their agenda are named beside it. */
const shown = 3;

/** Every recommendation that stood on an agenda, how often, and the last few times. */
export async function listDiscussed(viewer: Viewer): Promise<{ items: Discussed[] }> {
  const rows = await db.recommendation.findMany({
    where: { items: { some: standing(viewer) } },
    orderBy: [{ sort: "asc" }, { ref: "asc" }],
    select: {
      ref: true,
      items: { where: standing(viewer), orderBy: newestFirst.orderBy, take: shown, select },
      _count: { select: { items: { where: standing(viewer) } } },
    },
  });
  return {
    items: rows.map(({ ref, items, _count }) => ({
      ref,
      total: _count.items,
      latest: items.map(({ outcome, briefing }) => ({ outcome, briefing: toBriefingName(briefing) })),
    })),
  };
}
