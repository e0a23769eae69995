import "server-only";
import { randomUUID } from "node:crypto";
import { type Tx, transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import { belongsTo } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { requireDrafter } from "../mandates/read.authority";
import { record } from "./activity";
import { isOpen, maxWaiting, parityAfter } from "./rules";
import type { ProposalChange, ProposalInput } from "./schema";
import { appendStep, changeAndAppendStep, lockProposal, requireProposalVersion } from "./write.steps";

type ProposalTextFields = Omit<ProposalInput, "organization">;

async function toData(tx: Tx, input: ProposalTextFields) {
  const theme = await tx.theme.findUnique({ where: { slug: input.theme }, select: { id: true } });
  if (!theme) throw new Refusal("NOT_FOUND", "noSuchTheme");
  const { title, statement, reason, regimeArea } = input;
  return {
    themeId: theme.id,
    regimeArea,
    titleEn: title.en || null,
    titleFr: title.fr || null,
    statementEn: statement.en || null,
    statementFr: statement.fr || null,
    reasonEn: reason.en || null,
    reasonFr: reason.fr || null,
  };
}

const undisputed = { titleEn: null, titleFr: null, statementEn: null, statementFr: null, parity: "pending" } as const;

/** A member would have the network take stances on a sentence. The network sees it; the convener decides. */
export async function propose(viewer: Viewer, { organization: slug, ...input }: ProposalInput): Promise<string> {
  return transact(async (tx) => {
    const organization = await tx.organization.findUnique({ where: { slug }, select: { id: true } });
    if (!organization || !belongsTo(viewer, organization.id)) throw new Refusal("NOT_FOUND", "noSuchOrganization");
    const data = await toData(tx, input);
    // Whoever drafts positions on a theme may propose a proposition there.
    requireDrafter(viewer, { organizationId: organization.id, themeId: data.themeId });
    if (viewer.personId === null) throw new Refusal("UNAUTHORIZED", "signInFirst");
    const act = input.send ? "proposed" : "drafted";
    if (input.send) await mustNotFlood(tx, organization.id);
    const at = await readClock(tx);
    const proposal = await tx.proposal.create({
      data: {
        id: randomUUID(),
        organizationId: organization.id,
        authorId: viewer.personId,
        ...data,
        parity: parityAfter(undisputed, data, input.parity),
        state: act,
        proposedAt: input.send ? at : null,
        createdAt: at,
      },
    });
    await appendStep(tx, viewer, proposal, { act, at });
    await record(tx, `proposal.${act}`, viewer, `proposal/${proposal.id}`);
    return proposal.id;
  });
}

/** Its own people write it anew until it is decided on. */
export async function changeProposal(viewer: Viewer, { id, ...input }: ProposalChange, expected: number) {
  await transact(async (tx) => {
    const found = await lockProposal(tx, viewer, id);
    const data = await toData(tx, input);
    // Of the theme it leaves as well as of the one it comes to.
    requireDrafter(viewer, found);
    requireDrafter(viewer, { organizationId: found.organizationId, themeId: data.themeId });
    if (!isOpen(found.state)) throw new Refusal("CONFLICT", "proposalDecided");
    requireProposalVersion(found, expected);
    const sends = input.send && found.state === "drafted";
    if (sends) await mustNotFlood(tx, found.organizationId);
    const act = sends ? "proposed" : "changed";
    const parity = parityAfter(found, data, input.parity);
    await changeAndAppendStep(tx, viewer, id, { act, data: { ...data, parity, ...(sends && { state: "proposed" }) } });
    await record(tx, `proposal.${act}`, viewer, `proposal/${id}`);
  });
}

export async function withdrawProposal(viewer: Viewer, id: string) {
  await transact(async (tx) => {
    const found = await lockProposal(tx, viewer, id);
    requireDrafter(viewer, found);
    if (!isOpen(found.state)) throw new Refusal("CONFLICT", "proposalDecided");
    await changeAndAppendStep(tx, viewer, id, { act: "withdrawn", data: { state: "withdrawn" } });
    await record(tx, "proposal.withdrawn", viewer, `proposal/${id}`);
  });
}

/** The convener reads them one by one: whoever sends more than anybody reads is asked to wait. */
async function mustNotFlood(tx: Tx, organizationId: string) {
  const waiting = await tx.proposal.count({ where: { organizationId, state: "proposed" } });
  if (waiting >= maxWaiting) throw new Refusal("CONFLICT", "tooManyProposals");
}
