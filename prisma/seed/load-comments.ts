import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import type { AssignedPerson } from "./load-people";
import type { TalkingPointFiles } from "./read-talking-points";
import { daysBefore } from "./spread-dates";

type Row = TalkingPointFiles["comments"][number];
type World = { people: readonly AssignedPerson[]; now: Date };

/**
 * What organizations said of talking points, as if they had said it then. A point that was commented on already stays as it is.
 */
export async function loadComments(tx: Tx, files: TalkingPointFiles, world: World) {
  const points = await tx.talkingPoint.findMany({
    where: { slug: { in: files.comments.map(({ slug }) => slug) } },
    select: {
      ...{ id: true, slug: true, leads: { orderBy: { organizationId: "asc" }, select: { organization: true } } },
      versions: { select: { number: true, clauses: { select: { number: true, key: true } }, comments: { take: 1 } } },
    },
  });
  const organizations = new Map(
    (await tx.organization.findMany({ select: { id: true, slug: true } })).map((it) => [it.slug, it.id]),
  );
  const amendments = await findAmendments(tx, files);
  const ids = new Map(files.comments.map(({ key }) => [key, randomUUID()]));
  const comments: Prisma.TalkingPointCommentCreateManyInput[] = [];
  const steps: Prisma.TalkingPointCommentStepCreateManyInput[] = [];
  for (const row of files.comments) {
    const point = points.find(({ slug }) => slug === row.slug);
    const amendmentId = row.amendment === null ? null : amendments.get(row.amendment) || null;
    if (!point || point.versions.some((it) => it.comments.length > 0)) continue;
    if (row.amendment !== null && amendmentId === null) throw new Error(`${row.amendment} was not loaded`);
    const clauses = point.versions.find(({ number }) => number === row.version)?.clauses;
    const organizationId = organizations.get(row.organization) ?? "";
    const id = ids.get(row.key) ?? "";
    const [authorId, at] = [drafterOf(world, row.organization), daysBefore(world.now, row.days_ago)];
    comments.push({
      ...{ id, talkingPointId: point.id, version: row.version, amendmentId, language: row.language, quote: row.quote },
      clauseKey: clauses?.find(({ number }) => number === row.clause)?.key ?? null,
      ...{ parentId: row.reply_to === null ? null : (ids.get(row.reply_to) ?? null), organizationId, authorId, at },
    });
    steps.push({ commentId: id, number: 1, kind: "said", text: row.text, organizationId, actorId: authorId, at });
    if (row.state !== "resolved") continue;
    const [lead] = point.leads;
    steps.push({
      ...{ commentId: id, number: 2, kind: "resolved", organizationId: lead?.organization.id ?? organizationId },
      ...{ actorId: drafterOf(world, lead?.organization.slug ?? row.organization), at: settledOn(world, row) },
    });
  }
  await tx.talkingPointComment.createMany({ data: comments });
  await tx.talkingPointCommentStep.createMany({ data: steps });
  return comments.length;
}

/** The loaded amendments by the keys of their file: each by its point, its organization and its summary. */
async function findAmendments(tx: Tx, files: TalkingPointFiles): Promise<Map<string, string>> {
  const loaded = await tx.amendment.findMany({
    select: {
      ...{ id: true, summaryEn: true, summaryFr: true, organization: { select: { slug: true } } },
      of: { select: { talkingPoint: { select: { slug: true } } } },
    },
  });
  const nameOf = (...parts: (string | null)[]) => JSON.stringify(parts);
  const ids = new Map(
    loaded.map((it) => [nameOf(it.of.talkingPoint.slug, it.organization.slug, it.summaryEn, it.summaryFr), it.id]),
  );
  return new Map(
    files.amendments.map((row) => [
      row.key,
      ids.get(nameOf(row.slug, row.organization, row.summary_en, row.summary_fr)) ?? "",
    ]),
  );
}

const settledOn = ({ now }: World, { days_ago }: Row) => daysBefore(now, days_ago - 1);

/** Who drafts for an organization. */
function drafterOf({ people }: World, organization: string): string {
  const theirs = people.filter((it) => it.organization === organization);
  const person = theirs.find((it) => !it.signs) ?? theirs[0];
  if (!person) throw new Error(`nobody acts for ${organization}`);
  return person.personId;
}
