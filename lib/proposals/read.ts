import "server-only";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { db } from "@/lib/platform/db/client";
import { asc, desc, keyset } from "@/lib/platform/db/keyset";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { belongsTo } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { mayDraft } from "../mandates/policy.authority";
import { propositionNameSelect as namedProposition, toName as toPropositionName } from "../propositions/read.context";
import { mayDecide, mayReadAnswer, readableBy } from "./policy";
import { findSimilar, joined } from "./read.similar";
import { isOpen, openingObstacle } from "./rules";
import type { Proposal, ProposalDetail, ProposalsInput } from "./schema";

const proposalSelect = {
  id: true,
  organizationId: true,
  organization: { select: organizationNameSelect },
  themeId: true,
  theme: { select: { slug: true, titleEn: true, titleFr: true } },
  regimeArea: true,
  titleEn: true,
  titleFr: true,
  statementEn: true,
  statementFr: true,
  reasonEn: true,
  reasonFr: true,
  parity: true,
  state: true,
  version: true,
  proposedAt: true,
  decidedAt: true,
  answer: true,
  proposition: { select: namedProposition },
} satisfies Prisma.ProposalSelect;

type Row = Prisma.ProposalGetPayload<{ select: typeof proposalSelect }>;

const toProposal = (row: Row, viewer: Viewer): Proposal => ({
  id: row.id,
  organization: toOrganizationName(row.organization),
  theme: row.theme.slug,
  themeTitle: { en: row.theme.titleEn, fr: row.theme.titleFr },
  regimeArea: row.regimeArea,
  title: { en: row.titleEn, fr: row.titleFr },
  statement: { en: row.statementEn, fr: row.statementFr },
  reason: { en: row.reasonEn, fr: row.reasonFr },
  parity: row.parity,
  state: row.state,
  version: row.version,
  proposedAt: row.proposedAt?.toISOString() ?? null,
  decidedAt: row.decidedAt?.toISOString() ?? null,
  answer: mayReadAnswer(viewer, row) ? row.answer : null,
  proposition: row.proposition && toPropositionName(row.proposition),
  viewer: {
    own: belongsTo(viewer, row.organizationId),
    mayChange: isOpen(row.state) && mayDraft(viewer, row),
    mayDecide: mayDecide(viewer) && row.state === "proposed",
    obstacle: openingObstacle(row),
  },
});

const newestFirst = keyset<Prisma.ProposalWhereInput, Prisma.ProposalOrderByWithRelationInput>(
  "proposals",
  desc("createdAt"),
  asc("id"),
);

/** What was proposed, newest first; drafts of the viewer's own organizations among it. */
export async function listProposals(viewer: Viewer, input: ProposalsInput) {
  const { state, organization, proposition } = input;
  const chosen: Prisma.ProposalWhereInput = {
    ...(state && { state }),
    ...(organization && { organization: { slug: organization } }),
    ...(proposition && { proposition: { slug: proposition } }),
  };
  const where: Prisma.ProposalWhereInput = { AND: [readableBy(viewer), chosen] };
  const [rows, total] = await Promise.all([
    db.proposal.findMany({ ...newestFirst.page(where, input), select: { ...proposalSelect, createdAt: true } }),
    db.proposal.count({ where }),
  ]);
  return newestFirst.toPage(rows, input, total, (row) => toProposal(row, viewer));
}

export async function getProposal(viewer: Viewer, id: string): Promise<ProposalDetail> {
  const row = await db.proposal.findFirst({ where: { AND: [readableBy(viewer), { id }] }, select: proposalSelect });
  if (!row) throw new Refusal("NOT_FOUND", "noSuchProposal");
  const text = { en: joined(row.titleEn, row.statementEn), fr: joined(row.titleFr, row.statementFr) };
  const { near, nearProposals } = await findSimilar(viewer, text, id);
  // What it became is no neighbour of it.
  const others = near.filter(({ slug }) => slug !== row.proposition?.slug);
  return { ...toProposal(row, viewer), near: others, nearProposals };
}
