import "server-only";
import { type Tx, transact } from "@/lib/platform/db/client";
import type { PositionRevision, Prisma } from "@/lib/platform/generated/prisma/client";
import { readClock } from "@/lib/platform/time/clock";
import { toDay } from "@/lib/platform/time/day";
import { readToday } from "@/lib/platform/time/today";
import type { Mandate, Viewer } from "@/lib/viewer/schema";
import { requireSignatory } from "../mandates/read.authority";
import { signaturesNeeded } from "../organizations/rules";
import { signOffKindFor } from "../viewer/rules";
import { record } from "./activity";
import { addMonths, isWider, reviewMonths, visibilityObstacle, withdrawalObstacle } from "./rules";
import type { Visibility, VisibilityInput, WithdrawalInput } from "./schema";
import { appendSteps, type Head, refuse } from "./write.context";
import { begin, copyRevision, endStanding, findRevision, narrow, type SigningContext } from "./write.signing";
import { markTakenBack } from "./write.taken-back";

/**
 * Ends what stands. From then on others read nothing of it, on no day and in no history, exactly as if it had been narrowed:
 * whoever narrows would stand out otherwise. Its own people and the record keep everything.
 */
export async function withdraw(viewer: Viewer, input: WithdrawalInput, expected: number | null) {
  await transact(async (tx) => {
    const { context, head } = await begin(tx, viewer, input, { expected });
    refuse(withdrawalObstacle(head));
    const revision = head.standing ?? 0;
    const at = await readClock(tx);
    const mandate = requireSignatory(viewer, context);
    const stood = await findRevision(tx, head, revision);
    await endStanding(tx, head, at);
    await markTakenBack(tx, context, head, "organization");
    await tx.positionRevision.updateMany({ where: signedOf(head), data: { visibility: "organization" } });
    const change = { from: stood?.visibility ?? null, to: "organization" } as const;
    const facts = { viewer, at, revision, mandate, note: input.note, ...change };
    await appendSteps(tx, head, ["withdrawn"], facts, { standingSince: null, reviewBy: null });
    await record(tx, "position.withdrawn", viewer, `position/${head.id}`, { revision });
  });
}

/** Narrowing takes effect at once and reaches back over the history. */
export async function changeVisibility(viewer: Viewer, input: VisibilityInput, expected: number | null) {
  await transact(async (tx) => {
    const { context, head } = await begin(tx, viewer, input, { expected });
    const shown = await tx.positionRevision.findFirst({ where: signedOf(head), orderBy: latestSigned });
    const { visibility: to } = input;
    refuse(visibilityObstacle(head, shown?.visibility ?? null, to));
    if (!shown) return;
    const { visibility: from } = shown;
    // Where two sign, more readers take two as well: by a draft for them. Narrowing protects, and takes one.
    const two = signaturesNeeded(signOffKindFor(viewer, context.organizationId)) > 1;
    if (two && isWider(to, from)) refuse("wideningTakesTwo");
    const mandate = requireSignatory(viewer, context, isWider(to, from) ? to : "network");
    const act = { viewer, context, head, mandate, from, to };
    if (isWider(to, from)) await widen(tx, act, shown);
    else await narrowAll(tx, act, shown.number);
  });
}

type Change = SigningContext & { mandate: Mandate; from: Visibility; to: Visibility };

async function narrowAll(tx: Tx, { context, ...change }: Change, revision: number) {
  const { viewer, head, from, to } = change;
  const at = await readClock(tx);
  await markTakenBack(tx, context, head, to);
  await narrow(tx, head, to);
  await appendSteps(tx, head, ["visibility_changed"], { ...change, at, revision });
  await record(tx, "position.visibilityChanged", viewer, `position/${head.id}`, { revision, from, to });
}

/**
 * Says the same words again to more people: a revision of its own, that stands from now on. They read it on no earlier day,
 * so that a text that was narrowed for a while comes back as one that was withdrawn and signed anew.
 */
async function widen(tx: Tx, { context: _, ...change }: Change, stood: PositionRevision) {
  const { viewer, head, from, to } = change;
  const { now: at, today } = await readToday(tx);
  const asked = stood.reviewBy && toDay(stood.reviewBy) >= today ? stood.reviewBy : null;
  const { propositionVersion } = stood;
  const revision = await copyRevision(
    tx,
    head,
    { ...stood, visibility: to },
    {
      ...{ propositionVersion, reviewBy: asked, by: viewer.personId ?? "", at, signed: true },
    },
  );
  await endStanding(tx, head, at);
  const next = { standingSince: at, reviewBy: asked ?? new Date(addMonths(today, reviewMonths)) };
  await appendSteps(tx, head, ["confirmed", "visibility_changed"], { ...change, at, revision }, next);
  await record(tx, "position.visibilityChanged", viewer, `position/${head.id}`, { revision, from, to });
}

/** What was signed of a position. The last is the one signed last: a draft that waited has a lower number than what was confirmed meanwhile. */
const signedOf = ({ id }: Head) => ({ positionId: id, signedOffAt: { not: null } });
const latestSigned: Prisma.PositionRevisionOrderByWithRelationInput[] = [{ signedOffAt: "desc" }, { number: "desc" }];
