import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { BadField } from "@/lib/platform/http/refusal";
import type { Viewer } from "@/lib/viewer/schema";
import { readableBy as pointsReadableBy } from "../talking-points/policy";
import type { ThingKind } from "./constants.agenda";
import { type ItemInput, offered } from "./schema.agenda";

const itemSelect = {
  id: true,
  briefingId: true,
  number: true,
  kind: true,
  recommendationId: true,
  talkingPointId: true,
  propositionId: true,
  approvesId: true,
  titleEn: true,
  titleFr: true,
  whyEn: true,
  whyFr: true,
  minutes: true,
  leadId: true,
  raisesId: true,
  attribution: true,
  proposedById: true,
  declinedAt: true,
  lead: { select: { id: true, slug: true } },
  raises: { select: { id: true, slug: true } },
  answerers: { select: { organization: { select: { id: true, slug: true } } } },
  recommendation: { select: { ref: true } },
  talkingPoint: { select: { slug: true } },
  proposition: { select: { slug: true } },
} satisfies Prisma.AgendaItemSelect;

export type ItemThere = Prisma.AgendaItemGetPayload<{ select: typeof itemSelect }>;

/** The items of a meeting, proposed ones too, and what else has one of these ids: that is another meeting's. */
export async function findItems(tx: Tx, briefingId: string, ids: readonly string[]): Promise<ItemThere[]> {
  const found = await tx.agendaItem.findMany({
    where: { OR: [{ briefingId }, { id: { in: [...ids] } }] },
    orderBy: [{ number: "asc" }, { id: "asc" }],
    select: itemSelect,
  });
  const foreign = found.find((it) => it.briefingId !== briefingId);
  if (foreign) throw new BadField(`items.${ids.indexOf(foreign.id)}.id`, "invalid");
  return found;
}

const thingOf = (it: ItemThere) => it.recommendation?.ref ?? it.talkingPoint?.slug ?? it.proposition?.slug ?? undefined;

type Spoken = { kind: string; about?: string | undefined };

/**
 * The things that new items speak of. A recommendation that is only watched stands on no agenda; nor does a talking point
 * that the network cannot read, whoever's draft it is.
 */
export async function findThings(tx: Tx, viewer: Viewer, items: readonly Spoken[]) {
  const of = (kind: ThingKind) => items.flatMap((it) => (it.kind === kind ? (it.about ?? []) : []));
  const recommendations = await tx.recommendation.findMany({
    where: { ref: { in: of("recommendation") }, standing: true },
    select: { id: true, ref: true },
  });
  const points = await tx.talkingPoint.findMany({
    where: { AND: [pointsReadableBy(viewer), { slug: { in: of("point") }, openedVersion: { not: null } }] },
    select: { id: true, slug: true },
  });
  const propositions = await tx.proposition.findMany({
    where: { slug: { in: of("proposition") } },
    select: { id: true, slug: true },
  });
  return {
    recommendation: new Map(recommendations.map((it) => [it.ref, it.id])),
    point: new Map(points.map((it) => [it.slug, it.id])),
    proposition: new Map(propositions.map((it) => [it.slug, it.id])),
  };
}
export type Things = Awaited<ReturnType<typeof findThings>>;

/** The columns that name what an item speaks of. */
export function thingColumns({ kind, about }: Spoken, things: Things, field: string) {
  const found = kind in things ? things[kind as ThingKind].get(about ?? "") : undefined;
  if (kind in things && !found) throw new BadField(field, "invalid");
  return {
    recommendationId: kind === "recommendation" ? (found ?? null) : null,
    talkingPointId: kind === "point" ? (found ?? null) : null,
    propositionId: kind === "proposition" ? (found ?? null) : null,
  };
}

type Meeting = { id: string; hostId: string; followsId: string | null };
type Wanted = { meeting: Meeting; items: readonly ItemInput[]; there: readonly ItemThere[] };

/** What the items name: things, and organizations that host or are asked to come, or that stand on this agenda already. */
export async function findNamed(tx: Tx, viewer: Viewer, { meeting, items, there }: Wanted) {
  const known = new Map(there.map((it) => [it.id, it]));
  const things = await findThings(
    tx,
    viewer,
    items.filter((it) => !known.has(it.id)),
  );
  const slugs = [...new Set(items.flatMap((it) => [it.lead ?? [], it.raises ?? [], it.answers ?? []].flat()))];
  const invited = await tx.organization.findMany({
    where: {
      slug: { in: slugs },
      OR: [{ id: meeting.hostId }, { briefingInvitations: { some: { briefingId: meeting.id, removedAt: null } } }],
    },
    select: { id: true, slug: true },
  });
  const already = there.flatMap((it) => [it.lead, it.raises, ...it.answerers.map(({ organization }) => organization)]);
  const organizations = new Map([...already, ...invited].flatMap((it) => (it ? [[it.slug, it.id] as const] : [])));
  return { things, organizations };
}
type Named = Awaited<ReturnType<typeof findNamed>>;

function organizationId(slug: string | null, { organizations }: Named, field: string): string | null {
  if (slug === null) return null;
  const id = organizations.get(slug);
  if (!id) throw new BadField(field, "notInvited");
  return id;
}

type Context = { named: Named; meeting: Meeting; there: readonly ItemThere[] };

/** An item as its row holds it, without its answerers. What it speaks of is said once, when it is put on. */
export function toItemRow(item: ItemInput, at: number, { named, meeting, there }: Context) {
  const field = (name: string) => `items.${at}.${name}`;
  const before = there.find((it) => it.id === item.id);
  if (!before && !offered.has(item.kind)) throw new BadField(field("kind"), "notOfferedYet");
  if (before && before.kind !== item.kind) throw new BadField(field("kind"), "invalid");
  if (before && thingOf(before) !== item.about) throw new BadField(field("about"), "invalid");
  return {
    id: item.id,
    number: at + 1,
    kind: item.kind,
    ...(before
      ? {
          recommendationId: before.recommendationId,
          talkingPointId: before.talkingPointId,
          propositionId: before.propositionId,
          approvesId: before.approvesId,
        }
      : {
          ...thingColumns(item, named.things, field("about")),
          approvesId: item.kind === "approval" ? meeting.followsId : null,
        }),
    titleEn: item.title.en || null,
    titleFr: item.title.fr || null,
    whyEn: item.why.en || null,
    whyFr: item.why.fr || null,
    minutes: item.minutes,
    leadId: organizationId(item.lead, named, field("lead")),
    raisesId:
      item.raises === undefined ? (before?.raisesId ?? null) : organizationId(item.raises, named, field("raises")),
    attribution: item.attribution,
  };
}
type ItemRow = ReturnType<typeof toItemRow>;

/** Who is to answer, for those items that say so. */
export const answererRows = (items: readonly ItemInput[], named: Named) =>
  items.flatMap(({ id, answers }, at) =>
    answers
      ? [
          {
            itemId: id,
            organizationIds: [
              ...new Set(answers.map((slug) => organizationId(slug, named, `items.${at}.answers`) ?? "")),
            ].sort(),
          },
        ]
      : [],
  );

/** Whether saving would change nothing: then nobody else is told of another version. */
export function isSameAgenda(
  rows: readonly ItemRow[],
  answers: ReturnType<typeof answererRows>,
  there: readonly ItemThere[],
): boolean {
  const standing = there.filter((it) => it.number !== null);
  if (standing.length !== rows.length) return false;
  const sameRows = rows.every((row) => {
    const before = standing.find((it) => it.id === row.id);
    return before && Object.entries(row).every(([name, value]) => before[name as keyof ItemRow] === value);
  });
  const answering = (id: string) =>
    (there.find((it) => it.id === id)?.answerers ?? []).map((it) => it.organization.id).sort();
  return sameRows && answers.every((it) => answering(it.itemId).join() === it.organizationIds.join());
}
