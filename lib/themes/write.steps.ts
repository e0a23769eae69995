import "server-only";
import { readClock } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import type { Prisma, Proposal } from "@/lib/platform/generated/prisma/client";
import { holdRights } from "@/lib/platform/session/hold-rights";
import type { Viewer } from "@/lib/platform/viewer";
import { readableBy } from "./policy";
import type { ProposalStep } from "./schema.proposals";

/** The proposal, held until this transaction ends. */
export async function lock(tx: Tx, viewer: Viewer, id: string): Promise<Proposal> {
  await tx.$queryRaw`SELECT "id" FROM "Proposal" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const found = await tx.proposal.findFirst({ where: { AND: [readableBy(viewer), { id }] } });
  if (!found) throw new Refusal("NOT_FOUND", "noSuchProposal");
  return found;
}

/** Whoever decides has read these words and no others. */
export function mustBeAt({ version }: Pick<Proposal, "version">, expected: number) {
  if (version !== expected) throw new Refusal("PRECONDITION_FAILED", "changedMeanwhile", { current: version });
}

type Step = { act: ProposalStep["act"]; at: Date; note?: string | undefined };

/** Keeps what the proposal says from now on, under whoever made it so. */
export async function keepStep(tx: Tx, viewer: Viewer, proposal: Proposal, { act, at, note }: Step) {
  if (viewer.personId === null) throw new Refusal("UNAUTHORIZED", "signInFirst");
  await holdRights(tx, viewer);
  const { titleEn, titleFr, statementEn, statementFr, reasonEn, reasonFr, parity } = proposal;
  const words = { titleEn, titleFr, statementEn, statementFr, reasonEn, reasonFr, parity };
  const by = { actorId: viewer.personId, byToken: viewer.token !== null };
  await tx.proposalStep.create({
    data: { proposalId: proposal.id, number: proposal.version, act, at, ...by, ...words, note: note || null },
  });
}

type Change = { act: ProposalStep["act"]; data?: Prisma.ProposalUncheckedUpdateInput; note?: string | undefined };

/** Changes a proposal and keeps the step, at one moment. */
export async function moveOn(tx: Tx, viewer: Viewer, id: string, { act, data = {}, note }: Change) {
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
  await keepStep(tx, viewer, proposal, { act, at, note });
}
