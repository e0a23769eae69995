import "server-only";
import { named, toName } from "@/lib/organizations/read";
import { db } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { decodeCursor, toPage } from "@/lib/platform/list";
import type { Viewer } from "@/lib/platform/viewer";
import { mayDecide, mayPropose, mayReadAnswer, readableBy } from "./policy";
import { isOpen, openingObstacle, sharedWords } from "./rules.proposals";
import type { Near, Proposal, ProposalDetail, ProposalsInput } from "./schema.proposals";

const shown = {
  id: true,
  organizationId: true,
  organization: { select: named },
  themeId: true,
  theme: { select: { slug: true } },
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
  proposition: { select: { slug: true } },
} satisfies Prisma.ProposalSelect;

type Row = Prisma.ProposalGetPayload<{ select: typeof shown }>;

const toProposal = (row: Row, viewer: Viewer): Proposal => ({
  id: row.id,
  organization: toName(row.organization),
  theme: row.theme.slug,
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
  proposition: row.proposition?.slug ?? null,
  viewer: {
    mayChange: isOpen(row.state) && mayPropose(viewer, row.organizationId, row.themeId),
    mayDecide: mayDecide(viewer) && row.state === "proposed",
    obstacle: openingObstacle(row),
  },
});

/** What was proposed, newest first; drafts of the viewer's own organizations among it. */
export async function listProposals(viewer: Viewer, { limit, cursor, state }: ProposalsInput) {
  const offset = decodeCursor(cursor);
  const where: Prisma.ProposalWhereInput = { AND: [readableBy(viewer), state ? { state } : {}] };
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
  return { ...toProposal(row, viewer), near: await findNear(row) };
}

type Found = Omit<Near, "title" | "shared"> & { titleEn: string; titleFr: string; wordsEn: string; wordsFr: string };
const most = 5;

/** Propositions in force that share letters with it, by trigrams, the most alike first. The index is made for this question. */
async function findNear(row: Row): Promise<Near[]> {
  const [en, fr] = [
    `${row.titleEn ?? ""} ${row.statementEn ?? ""}`.trim(),
    `${row.titleFr ?? ""} ${row.statementFr ?? ""}`.trim(),
  ];
  const found = await db.$queryRaw<Found[]>`
    SELECT q."slug", q."number", v."titleEn", v."titleFr", v."titleEn" || ' ' || v."statementEn" AS "wordsEn",
      v."titleFr" || ' ' || v."statementFr" AS "wordsFr",
      greatest(similarity(v."titleEn" || ' ' || v."statementEn", ${en}), similarity(v."titleFr" || ' ' || v."statementFr", ${fr}))::float8
        AS "likeness"
    FROM "PropositionVersion" v JOIN "Proposition" q ON q."id" = v."propositionId" AND q."currentVersion" = v."number"
    WHERE (v."titleEn" || ' ' || v."statementEn") % ${en} OR (v."titleFr" || ' ' || v."statementFr") % ${fr}
    ORDER BY "likeness" DESC, q."number" LIMIT ${most}`;
  return found.map(({ titleEn, titleFr, wordsEn, wordsFr, likeness, ...it }) => ({
    ...it,
    title: { en: titleEn, fr: titleFr },
    likeness: Math.round(likeness * 100) / 100,
    shared: [...new Set([...sharedWords(en, wordsEn), ...sharedWords(fr, wordsFr)])].slice(0, 20),
  }));
}
