import "server-only";
import { named, toName } from "@/lib/organizations/read";
import { db } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { decodeCursor, toPage } from "@/lib/platform/list";
import { belongsTo, type Viewer } from "@/lib/platform/viewer";
import { mayDecide, mayPropose, mayReadAnswer, readableBy } from "./policy";
import { findNear, joined } from "./read.near";
import { named as namedProposition, toName as toPropositionName } from "./read.surroundings";
import { isOpen, openingObstacle } from "./rules.proposals";
import type { Proposal, ProposalDetail, ProposalsInput } from "./schema.proposals";

const shown = {
  id: true,
  organizationId: true,
  organization: { select: named },
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

type Row = Prisma.ProposalGetPayload<{ select: typeof shown }>;

const toProposal = (row: Row, viewer: Viewer): Proposal => ({
  id: row.id,
  organization: toName(row.organization),
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
    mayChange: isOpen(row.state) && mayPropose(viewer, row.organizationId, row.themeId),
    mayDecide: mayDecide(viewer) && row.state === "proposed",
    obstacle: openingObstacle(row),
  },
});

/** What was proposed, newest first; drafts of the viewer's own organizations among it. */
export async function listProposals(viewer: Viewer, input: ProposalsInput) {
  const { limit, cursor, state, organization, proposition } = input;
  const offset = decodeCursor(cursor);
  const chosen: Prisma.ProposalWhereInput = {
    ...(state && { state }),
    ...(organization && { organization: { slug: organization } }),
    ...(proposition && { proposition: { slug: proposition } }),
  };
  const where: Prisma.ProposalWhereInput = { AND: [readableBy(viewer), chosen] };
  const [rows, total] = await Promise.all([
    db.proposal.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
      skip: offset,
      take: limit,
      select: shown,
    }),
    db.proposal.count({ where }),
  ]);
  return toPage(
    rows.map((row) => toProposal(row, viewer)),
    offset,
    limit,
    total,
  );
}

export async function getProposal(viewer: Viewer, id: string): Promise<ProposalDetail> {
  const row = await db.proposal.findFirst({ where: { AND: [readableBy(viewer), { id }] }, select: shown });
  if (!row) throw new Refusal("NOT_FOUND", "noSuchProposal");
  const text = { en: joined(row.titleEn, row.statementEn), fr: joined(row.titleFr, row.statementFr) };
  const { near, nearProposals } = await findNear(viewer, text, id);
  // What it became is no neighbour of it.
  const others = near.filter(({ slug }) => slug !== row.proposition?.slug);
  return { ...toProposal(row, viewer), near: others, nearProposals };
}
