import "server-only";
import { vouchFor } from "@/lib/activity/record";
import { signaturesNeeded } from "@/lib/organizations/rules";
import { type Tx, transact } from "@/lib/platform/db/client";
import type { PositionRevision } from "@/lib/platform/generated/prisma/client";
import { readClock } from "@/lib/platform/time/clock";
import { toDay } from "@/lib/platform/time/day";
import { readToday } from "@/lib/platform/time/today";
import { signOffKindFor } from "@/lib/viewer/rules";
import type { Mandate, Viewer } from "@/lib/viewer/schema";
import { requireSignatory } from "../mandates/read.authority";
import { secondSignatureObstacle } from "../mandates/rules.signatures";
import { record } from "./activity";
import {
  addMonths,
  confirmationObstacle,
  returnObstacle,
  reviewMonths,
  signaturesOfDraft,
  signingSteps,
  signOffObstacle,
  widerThan,
} from "./rules";
import type { ConfirmationInput, PositionKey, SignOffInput, StepKind, Visibility } from "./schema";
import { appendSteps, findContext, type Head, lockAtVersion, type PositionContext, refuse } from "./write.context";
import { markTakenBack } from "./write.taken-back";

export type SigningContext = { viewer: Viewer; context: PositionContext; head: Head };

/** A signatory decides on the draft they saw: it becomes what the organization stands by, or goes back. */
export async function signOff(viewer: Viewer, input: SignOffInput, expected: number) {
  await transact(async (tx) => {
    const act = await begin(tx, viewer, input, { expected, lockWording: true });
    if (input.decision === "return") await returnDraft(tx, act, input.note);
    else await completeSignOff(tx, act, input.note);
  });
}

type Begin = { expected: number | null; lockWording?: boolean };

export async function begin(
  tx: Tx,
  viewer: Viewer,
  key: PositionKey,
  { expected, ...lock }: Begin,
): Promise<SigningContext> {
  const context = await findContext(tx, viewer, key, lock);
  requireSignatory(viewer, context);
  return { viewer, context, head: await lockAtVersion(tx, context, expected) };
}

async function returnDraft(tx: Tx, { viewer, context, head }: SigningContext, note: string | undefined) {
  refuse(returnObstacle(head));
  const revision = head.draft ?? 0;
  const at = await readClock(tx);
  const mandate = requireSignatory(viewer, context);
  await appendSteps(tx, head, ["returned"], { viewer, at, revision, mandate, note });
  await record(tx, "position.returned", viewer, `position/${head.id}`, { revision });
}

async function completeSignOff(tx: Tx, { viewer, context, head }: SigningContext, note: string | undefined) {
  const draft = await findRevision(tx, head, head.draft);
  refuse(signOffObstacle(head, draft?.propositionVersion ?? null, context.currentVersion));
  if (!draft) return;
  const mandate = requireSignatory(viewer, context, draft.visibility);

  const { now: at, today } = await readToday(tx);
  const { number: revision, visibility } = draft;
  const steps = signingSteps(
    head,
    signaturesOfDraft(head.draftSignOffKind, signOffKindFor(viewer, context.organizationId)),
  );
  if (steps.includes("signed_once"))
    return recordFirstSignature(tx, { viewer, context, head }, steps, { at, revision, mandate, note });
  if (head.draftState === "signed_once") refuse(await findSecondObstacle(tx, head, viewer));

  const before = await findRevision(tx, head, head.standing);
  await tx.positionRevision.update({
    where: { positionId_number: { positionId: head.id, number: revision } },
    data: { signedOffAt: at },
  });
  if (before) await endStanding(tx, head, at);
  await markTakenBack(tx, context, head, visibility);
  await narrow(tx, head, visibility);
  const facts = { viewer, at, revision, mandate, note, from: before?.visibility ?? null, to: visibility };
  const reviewBy = draft.reviewBy ?? new Date(addMonths(today, reviewMonths));
  await appendSteps(tx, head, steps, facts, { standingSince: at, reviewBy });
  await record(tx, "position.signedOff", viewer, `position/${head.id}`, { revision });
}

type First = { at: Date; revision: number; mandate: Mandate; note?: string | undefined };

/** Records the first of two signatures. It is for exactly this draft: whoever changes the draft removes it. */
async function recordFirstSignature(tx: Tx, { viewer, head }: SigningContext, steps: StepKind[], first: First) {
  await appendSteps(tx, head, steps, { viewer, ...first });
  await vouchFor(tx, "PositionRevision", { positionId: head.id, number: first.revision });
  await record(tx, "position.signedOnce", viewer, `position/${head.id}`, { revision: first.revision });
}

async function findSecondObstacle(tx: Tx, head: Head, viewer: Viewer) {
  const first = await tx.positionStep.findFirst({
    where: { positionId: head.id, kind: "signed_once" },
    orderBy: { number: "desc" },
    select: { actorId: true },
  });
  return secondSignatureObstacle(first?.actorId ?? null, viewer.personId);
}

/** Reaffirms the standing text unchanged: after its review date, or for a new wording of the proposition. */
export async function reaffirm(viewer: Viewer, input: ConfirmationInput, expected: number) {
  await transact(async (tx) => {
    const { context, head } = await begin(tx, viewer, input, { expected, lockWording: true });
    const current = context.currentVersion;
    const { now: at, today } = await readToday(tx);
    const stood = await tx.positionRevision.findFirst({ where: { positionId: head.id, number: head.standing ?? 0 } });
    const { reviewBy } = await tx.position.findUniqueOrThrow({ where: { id: head.id }, select: { reviewBy: true } });
    const given = stood?.propositionVersion ?? 0;
    refuse(confirmationObstacle(head, { given, current, reviewBy: reviewBy && toDay(reviewBy), today }));
    if (!stood || viewer.personId === null) return;
    const mandate = requireSignatory(viewer, context, stood.visibility);

    const joint = signaturesNeeded(signOffKindFor(viewer, context.organizationId)) > 1;
    if (joint && head.draft !== null) refuse("draftInTheWay");
    const revision = await copyRevision(tx, head, stood, {
      propositionVersion: current,
      by: viewer.personId,
      at,
      signed: !joint,
    });
    const facts = { viewer, at, revision, mandate, note: input.note, to: stood.visibility };
    if (joint) {
      await appendSteps(tx, head, ["drafted", "submitted", "signed_once"], facts);
      await record(tx, "position.signedOnce", viewer, `position/${head.id}`, { revision });
      return;
    }
    await endStanding(tx, head, at);
    const next = { standingSince: at, reviewBy: new Date(addMonths(today, reviewMonths)) };
    await appendSteps(tx, head, ["confirmed"], { ...facts, from: stood.visibility }, next);
    await record(tx, "position.confirmed", viewer, `position/${head.id}`, { revision });
  });
}

type Repeated = { propositionVersion: number; by: string; at: Date; signed: boolean; reviewBy?: Date | null };

/** Copies the standing text to a new revision: for the wording in force, or for more readers. */
export async function copyRevision(
  tx: Tx,
  { revisions }: Head,
  { folded: _computed, ...stood }: PositionRevision,
  { propositionVersion, by, at, signed, reviewBy = null }: Repeated,
) {
  const number = revisions + 1;
  const fresh = { number, propositionVersion, reviewBy, authorId: by, createdAt: at, stoodUntil: null };
  await tx.positionRevision.create({ data: { ...stood, ...fresh, signedOffAt: signed ? at : null } });
  return number;
}

export async function findRevision(tx: Tx, head: Head, number: number | null) {
  if (number === null) return null;
  return tx.positionRevision.findUnique({
    where: { positionId_number: { positionId: head.id, number } },
    select: { number: true, propositionVersion: true, visibility: true, reviewBy: true },
  });
}

/** Ends the standing revision at this moment: replaced or withdrawn. */
export const endStanding = (tx: Tx, head: Head, at: Date) =>
  tx.positionRevision.update({
    where: { positionId_number: { positionId: head.id, number: head.standing ?? 0 } },
    data: { stoodUntil: at },
  });

export const narrow = (tx: Tx, head: Head, to: Visibility) =>
  tx.positionRevision.updateMany({
    where: { positionId: head.id, visibility: { in: widerThan(to) } },
    data: { visibility: to },
  });
