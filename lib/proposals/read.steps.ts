import "server-only";
import { db } from "@/lib/platform/db/client";
import { desc, keyset } from "@/lib/platform/db/keyset";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { belongsTo } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { mayReadAnswer, readableBy } from "./policy";
import type { ProposalStep, ProposalStepsInput } from "./schema";

const byConvener: ProposalStep["act"][] = ["judged", "opened", "merged", "declined"];

const newestFirst = (id: string) =>
  keyset<Prisma.ProposalStepWhereInput, Prisma.ProposalStepOrderByWithRelationInput>(
    `proposal steps of ${id}`,
    desc("number"),
  );

/**
 * What happened to a proposal, newest first. Others are told of it from the moment it was proposed to them: what it said
 * before is its own organization's, and so is which of its people wrote it.
 */
export async function listSteps(viewer: Viewer, { id, ...page }: ProposalStepsInput) {
  const found = await db.proposal.findFirst({
    where: { AND: [readableBy(viewer), { id }] },
    select: { organizationId: true, proposedAt: true },
  });
  if (!found) throw new Refusal("NOT_FOUND", "noSuchProposal");
  const own = belongsTo(viewer, found.organizationId);
  const where = { proposalId: id, ...(!own && found.proposedAt && { at: { gte: found.proposedAt } }) };
  const order = newestFirst(id);
  const [rows, total] = await Promise.all([
    db.proposalStep.findMany(order.page(where, page)),
    db.proposalStep.count({ where }),
  ]);
  const names = await findNames(own ? rows.flatMap((it) => (byConvener.includes(it.act) ? [] : it.actorId)) : []);
  return order.toPage(
    rows,
    page,
    total,
    (row): ProposalStep => ({
      number: row.number,
      act: row.act,
      at: row.at.toISOString(),
      by: names.get(row.actorId) ?? null,
      parity: row.parity,
      title: { en: row.titleEn, fr: row.titleFr },
      statement: { en: row.statementEn, fr: row.statementFr },
      reason: { en: row.reasonEn, fr: row.reasonFr },
      note: mayReadAnswer(viewer, found) ? row.note : null,
    }),
  );
}

async function findNames(ids: readonly string[]): Promise<Map<string, string>> {
  const people = await db.person.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(people.flatMap(({ id, name }) => (name ? [[id, name] as const] : [])));
}
