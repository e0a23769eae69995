import "server-only";
import { type Tx, transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { mayDecide } from "./policy";
import { decisionObstacle, openingObstacle, type ProposalObstacle, toSlug } from "./rules";
import type { JudgementInput } from "./schema";
import { changeAndAppendStep, lockProposal, requireProposalVersion } from "./write.steps";
import { toVersion } from "./write.wordings";

type Seen = { id: string; expected: number };

/** From now on members take stances on it. Its words are those the convener read; nobody's stance comes with it. */
export async function openProposal(viewer: Viewer, { id, expected }: Seen) {
  await transact(async (tx) => {
    const found = await decide(tx, viewer, { id, expected });
    refuse(openingObstacle(found));
    const { titleEn, titleFr, statementEn, statementFr, themeId, regimeArea } = found;
    if (!titleEn || !titleFr || !statementEn || !statementFr) throw new Refusal("CONFLICT", "oneLanguage");
    const held = await tx.proposition.findMany({ select: { slug: true, number: true } });
    const proposition = await tx.proposition.create({
      data: {
        slug: toSlug(titleEn, new Set(held.map((it) => it.slug))),
        number: Math.max(0, ...held.map((it) => it.number)) + 1,
        themeId,
        regimeArea,
        versions: { create: { number: 1, ...toVersion({ titleEn, titleFr, statementEn, statementFr }) } },
      },
      select: { id: true },
    });
    await changeAndAppendStep(tx, viewer, found.id, {
      act: "opened",
      data: { state: "opened", propositionId: proposition.id },
    });
    await record(tx, "proposal.opened", viewer, `proposal/${id}`, { proposition: proposition.id });
  });
}

export async function mergeProposal(viewer: Viewer, { into, ...seen }: Seen & { into: string }) {
  await transact(async (tx) => {
    const found = await decide(tx, viewer, seen);
    const proposition = await tx.proposition.findUnique({ where: { slug: into }, select: { id: true } });
    if (!proposition) throw new Refusal("NOT_FOUND", "noSuchProposition");
    await changeAndAppendStep(tx, viewer, found.id, {
      act: "merged",
      data: { state: "merged", propositionId: proposition.id },
    });
    await record(tx, "proposal.merged", viewer, `proposal/${seen.id}`, { proposition: proposition.id });
  });
}

export async function declineProposal(viewer: Viewer, { answer, ...seen }: Seen & { answer: string }) {
  await transact(async (tx) => {
    const found = await decide(tx, viewer, seen);
    await changeAndAppendStep(tx, viewer, found.id, { act: "declined", data: { state: "declined", answer } });
    await record(tx, "proposal.declined", viewer, `proposal/${seen.id}`);
  });
}

/** The convener says whether both languages say the same, and which words part them. */
export async function judgeParity(viewer: Viewer, { parity, note, ...seen }: Seen & Omit<JudgementInput, "id">) {
  await transact(async (tx) => {
    const found = await decide(tx, viewer, seen);
    const whole = found.titleEn && found.titleFr && found.statementEn && found.statementFr;
    if (!whole && parity !== "pending") throw new Refusal("CONFLICT", "oneLanguage");
    await changeAndAppendStep(tx, viewer, found.id, { act: "judged", data: { parity }, note });
    await record(tx, "proposal.judged", viewer, `proposal/${seen.id}`, { parity });
  });
}

type Found = Awaited<ReturnType<typeof lockProposal>>;

async function decide(tx: Tx, viewer: Viewer, { id, expected }: Seen): Promise<Found> {
  const found = await lockProposal(tx, viewer, id);
  if (!mayDecide(viewer)) throw new Refusal("FORBIDDEN", "notTheConvener");
  // Decided is said before stale: reading anew would not help.
  refuse(decisionObstacle(found));
  requireProposalVersion(found, expected);
  return found;
}

function refuse(obstacle: ProposalObstacle | null) {
  if (obstacle) throw new Refusal("CONFLICT", obstacle);
}
