import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import type { Prisma, Proposal } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import type { Viewer } from "@/lib/viewer/schema";
import { readableBy } from "./policy";
import type { ProposalStep } from "./schema";

/** Locks the proposal's row until the transaction ends; 404 unless the viewer may read it. */
export async function lockProposal(tx: Tx, viewer: Viewer, id: string): Promise<Proposal> {
  await tx.$queryRaw`SELECT "id" FROM "Proposal" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const found = await tx.proposal.findFirst({ where: { AND: [readableBy(viewer), { id }] } });
  if (!found) throw new Refusal("NOT_FOUND", "noSuchProposal");
  return found;
}

/** 412 unless the version is the one that was read. */
export function requireProposalVersion({ version }: Pick<Proposal, "version">, expected: number) {
  if (version !== expected) throw new Refusal("PRECONDITION_FAILED", "changedMeanwhile", { current: version });
}

type Step = { act: ProposalStep["act"]; at: Date; note?: string | undefined };

/** Appends a history step with the proposal's texts and its actor. */
export async function appendStep(tx: Tx, viewer: Viewer, proposal: Proposal, { act, at, note }: Step) {
  if (viewer.personId === null) throw new Refusal("UNAUTHORIZED", "signInFirst");
  await lockRights(tx, viewer);
  const { titleEn, titleFr, statementEn, statementFr, reasonEn, reasonFr, parity } = proposal;
  const words = { titleEn, titleFr, statementEn, statementFr, reasonEn, reasonFr, parity };
  const by = { actorId: viewer.personId, byToken: viewer.token !== null };
  await tx.proposalStep.create({
    data: { proposalId: proposal.id, number: proposal.version, act, at, ...by, ...words, note: note || null },
  });
}

type Change = { act: ProposalStep["act"]; data?: Prisma.ProposalUncheckedUpdateInput; note?: string | undefined };

/** Changes a proposal and keeps the step, at one moment. */
export async function changeAndAppendStep(tx: Tx, viewer: Viewer, id: string, { act, data = {}, note }: Change) {
  const at = await readClock(tx);
  const goesOn = act === "proposed" || act === "changed" || act === "judged";
  const proposal = await tx.proposal.update({
    where: { id },
    data: {
      ...data,
      version: { increment: 1 },
      ...(act === "proposed" && { proposedAt: at }),
      ...(!goesOn && { decidedAt: at }),
    },
  });
  await appendStep(tx, viewer, proposal, { act, at, note });
}
