import "server-only";
import { type Tx, transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import type { Viewer } from "@/lib/viewer/schema";
import { requireDrafter } from "../mandates/read.authority";
import { record } from "./activity";
import { discardObstacle, submissionObstacle } from "./rules";
import type { DraftInput, PositionKey } from "./schema";
import {
  appendSteps,
  findContext,
  type Head,
  lockAtVersion,
  lockHead,
  type PositionContext,
  refuse,
  versionConflict,
} from "./write.context";

/** Writes down a draft, the first one (`expected` null) or the next; what stands stays as it is. */
export async function saveDraft(viewer: Viewer, input: DraftInput, expected: number | null) {
  await transact(async (tx) => {
    const context = await findContext(tx, viewer, input);
    const mandate = requireDrafter(viewer, context, context.organization.status);
    const head = await lockForDraft(tx, context, expected);
    const at = await readClock(tx);
    const revision = await addRevision(tx, { viewer, context, head, input, at });
    await appendSteps(tx, head, ["drafted"], { viewer, at, revision, mandate, to: input.visibility });
    await record(tx, "position.drafted", viewer, `position/${head.id}`, { revision });
  });
}

/** Hands the draft to whoever signs for the organization. */
export async function submitDraft(viewer: Viewer, key: PositionKey, expected: number | null) {
  await transact(async (tx) => {
    const context = await findContext(tx, viewer, key);
    const mandate = requireDrafter(viewer, context, context.organization.status);
    const head = await lockAtVersion(tx, context, expected);
    refuse(submissionObstacle(head));
    const revision = head.draft ?? 0;
    await appendSteps(tx, head, ["submitted"], { viewer, at: await readClock(tx), revision, mandate });
    await record(tx, "position.submitted", viewer, `position/${head.id}`, { revision });
  });
}

/** Puts the draft away. The history keeps it, for the organization's own people. */
export async function discardDraft(viewer: Viewer, key: PositionKey, expected: number | null) {
  await transact(async (tx) => {
    const context = await findContext(tx, viewer, key);
    const mandate = requireDrafter(viewer, context, context.organization.status);
    const head = await lockAtVersion(tx, context, expected);
    refuse(discardObstacle(head));
    const revision = head.draft ?? 0;
    await appendSteps(tx, head, ["discarded"], { viewer, at: await readClock(tx), revision, mandate });
    await record(tx, "position.discarded", viewer, `position/${head.id}`, { revision });
  });
}

async function lockForDraft(tx: Tx, context: PositionContext, expected: number | null): Promise<Head> {
  const head = await lockHead(tx, context);
  if ((head?.version ?? null) !== expected) throw versionConflict(head);
  if (head) return head;
  const { organizationId, propositionId } = context;
  // Two first drafts at once: the second violates the unique key, is run again, and then fails with the version.
  const { id, version } = await tx.position.create({
    data: { organizationId, propositionId, version: 0 },
    select: { id: true, version: true },
  });
  return { id, version, standing: null, draft: null, draftState: null, draftSignOffKind: null, revisions: 0, steps: 0 };
}

type Writing = { viewer: Viewer; context: PositionContext; head: Head; input: DraftInput; at: Date };

async function addRevision(tx: Tx, { viewer, context, head, input, at }: Writing): Promise<number> {
  const number = head.revisions + 1;
  if (viewer.personId === null) throw new Refusal("UNAUTHORIZED", "signInFirst");
  await tx.positionRevision.create({
    data: {
      positionId: head.id,
      number,
      propositionVersion: context.currentVersion,
      stance: input.stance,
      rationaleEn: input.rationale.en || null,
      rationaleFr: input.rationale.fr || null,
      reservationEn: input.reservation?.en || null,
      reservationFr: input.reservation?.fr || null,
      visibility: input.visibility,
      reviewBy: input.reviewBy ? new Date(input.reviewBy) : null,
      undecidedSince: input.undecidedSince ? new Date(input.undecidedSince) : null,
      decideBy: input.decideBy ? new Date(input.decideBy) : null,
      authorId: viewer.personId,
      createdAt: at,
    },
  });
  return number;
}
