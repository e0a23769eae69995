import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import type { BriefingFiles } from "./read-briefings";
import { daysBefore } from "./spread-dates";

type World = {
  files: BriefingFiles;
  now: Date;
  idOf: (slug: string) => string;
  /** The meetings, by their addresses. */
  ids: ReadonlyMap<string, string>;
};

/** What these meetings speak about, and what members told before them. */
export async function loadAgendas(tx: Tx, world: World, fresh: BriefingFiles["briefings"]) {
  const things = await findThings(tx);
  const slugs = new Set(fresh.map(({ slug }) => slug));
  const rows = world.files.items.filter(({ briefing }) => slugs.has(briefing));
  const kept = rows.map((row) => ({ row, id: randomUUID() }));
  await tx.agendaItem.createMany({ data: kept.map((it) => buildItem(world, things, it, kept)) });
  await tx.agendaAnswerer.createMany({
    data: kept.flatMap(({ row, id }) => row.answers.map((slug) => ({ itemId: id, organizationId: world.idOf(slug) }))),
  });
  await fileUpdates(tx, world, slugs);
}

async function findThings(tx: Tx) {
  const recommendations = await tx.recommendation.findMany({ select: { id: true, ref: true } });
  const points = await tx.talkingPoint.findMany({ select: { id: true, slug: true } });
  const propositions = await tx.proposition.findMany({ select: { id: true, slug: true } });
  return {
    recommendation: new Map(recommendations.map(({ ref, id }) => [ref, id])),
    point: new Map(points.map(({ slug, id }) => [slug, id])),
    proposition: new Map(propositions.map(({ slug, id }) => [slug, id])),
  };
}

type Kept = { row: BriefingFiles["items"][number]; id: string };

/** An item of an earlier meeting that was not reached there, and stands here again. */
const isInherited = (from: Kept, by: Kept["row"]) =>
  from.row.briefing === by.inherited_from && from.row.kind === by.kind && from.row.ref === by.ref;

function buildItem(
  { files, now, idOf, ids }: World,
  things: Awaited<ReturnType<typeof findThings>>,
  kept: Kept,
  all: readonly Kept[],
): Prisma.AgendaItemCreateManyInput {
  const { row, id } = kept;
  const briefing = files.briefings.find(({ slug }) => slug === row.briefing);
  const ref = row.ref ?? "";
  const passed = all.some((it) => isInherited(kept, it.row));
  const over = briefing?.state === "published";
  return {
    ...{ id, briefingId: ids.get(row.briefing) ?? "", number: row.number, minutes: row.minutes, kind: row.kind },
    recommendationId: row.kind === "recommendation" ? (things.recommendation.get(ref) ?? null) : null,
    talkingPointId: row.kind === "point" ? (things.point.get(ref) ?? null) : null,
    propositionId: row.kind === "proposition" ? (things.proposition.get(ref) ?? null) : null,
    approvesId: row.kind === "approval" ? (ids.get(ref) ?? null) : null,
    ...{ titleEn: row.title_en, titleFr: row.title_fr, whyEn: row.why_en, whyFr: row.why_fr },
    leadId: row.lead && idOf(row.lead),
    raisesId: row.raises && idOf(row.raises),
    attribution: row.attribution,
    inheritedFromId: all.find((it) => isInherited(it, row))?.id ?? null,
    outcome: passed ? "not_reached" : over ? "reached" : "open",
    createdAt: daysBefore(now, (briefing?.days_ago ?? 0) + 8),
  };
}

async function fileUpdates(tx: Tx, { files, now, idOf, ids }: World, slugs: ReadonlySet<string>) {
  const rows = files.updates.filter(({ briefing }) => slugs.has(briefing));
  const themes = await tx.theme.findMany({ select: { id: true, slug: true } });
  const filings = new Map<string, Prisma.UpdateFilingCreateManyInput>();
  for (const { briefing, organization, days_ago } of rows)
    filings.set(`${briefing} ${organization}`, {
      ...{ briefingId: ids.get(briefing) ?? "", organizationId: idOf(organization) },
      filedAt: daysBefore(now, days_ago),
    });
  await tx.updateFiling.createMany({ data: [...filings.values()] });
  await tx.memberUpdate.createMany({
    data: rows.map((row) => ({
      ...{ briefingId: ids.get(row.briefing) ?? "", organizationId: idOf(row.organization), number: row.number },
      ...{ whatEn: row.what_en, whatFr: row.what_fr, whenEn: row.when_en, whenFr: row.when_fr },
      ...{ helpEn: row.help_en, helpFr: row.help_fr, contact: row.contact },
      themeId: themes.find(({ slug }) => slug === row.theme)?.id ?? null,
    })),
  });
}
