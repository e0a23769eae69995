import "server-only";
import { vouchFor } from "@/lib/activity/record";
import { readableBy as organizationsReadableBy } from "@/lib/organizations/policy";
import { signaturesNeeded } from "@/lib/organizations/rules";
import { type Tx, transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import { signOffKindFor } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { signatureColumns } from "../mandates/record.signature";
import { nextSignature, replaySignatures } from "../mandates/rules.signatures";
import { record } from "./activity";
import { findStanding } from "./read.steps";
import type { JoinInput, LeaveJoinInput } from "./schema.endorsements";
import { findActing, lockPoint } from "./write.context";
import { requireEndorser } from "./write.endorsements";

/** Says for an organization that it shares another's reservation to the words in force, exactly as it was read. */
export async function joinReservation(viewer: Viewer, input: JoinInput) {
  await transact(async (tx) => {
    const { point, acting, reserving } = await begin(tx, viewer, input);
    const mandate = requireEndorser(viewer, { ...point, organizationId: acting.id });
    if (reserving.id === acting.id) throw new Refusal("CONFLICT", "ownReservation");
    const { given } = (await findStanding(tx, { talkingPointId: point.id, organizationId: reserving.id })).standing;
    if (given?.response !== "endorse_with_reservation") throw new Refusal("CONFLICT", "nothingToJoin");
    // The same words may have another reservation by now: what was read is a step, and no other one is joined.
    const isRead = given.number === input.step && given.version === input.version && given.digest === input.digest;
    if (!isRead || given.version !== point.currentVersion) throw new Refusal("CONFLICT", "reservationChanged");

    const key = { talkingPointId: point.id, organizationId: reserving.id, joinedById: acting.id };
    const { state, last } = await findJoins(tx, key);
    const isSame = (row: { step: number } | null) => row?.step === given.number;
    if (isSame(state.given)) throw new Refusal("CONFLICT", "alreadyJoined");
    const signing = { signatures: signaturesNeeded(signOffKindFor(viewer, acting.id)), by: viewer.personId ?? "" };
    const kind = nextSignature({ waiting: state.waiting, same: isSame(state.waiting) }, signing);
    if (kind === "secondSignatory") throw new Refusal("CONFLICT", kind);
    const at = await readClock(tx);
    const step = { ...key, step: given.number, number: last + 1, kind, at };
    await tx.reservationJoin.create({ data: { ...step, ...(await signatureColumns(tx, viewer, mandate)) } });
    const { talkingPointId, organizationId } = key;
    await vouchFor(tx, "EndorsementStep", { talkingPointId, organizationId, number: given.number });
    const named = kind === "given" ? "endorsement.joined" : "endorsement.joinedOnce";
    await record(tx, named, viewer, `talkingPoint/${point.id}`, {
      organization: acting.id,
      reservation: reserving.id,
      version: given.version,
    });
  });
}

/** Takes a join back, whatever became of the reservation since. */
export async function leaveReservation(viewer: Viewer, input: LeaveJoinInput) {
  await transact(async (tx) => {
    const { point, acting, reserving } = await begin(tx, viewer, input);
    const mandate = requireEndorser(viewer, { ...point, organizationId: acting.id });
    const key = { talkingPointId: point.id, organizationId: reserving.id, joinedById: acting.id };
    const { state, last } = await findJoins(tx, key);
    const joined = state.given ?? state.waiting;
    if (!joined) throw new Refusal("CONFLICT", "notJoined");
    const at = await readClock(tx);
    const step = { ...key, step: joined.step, number: last + 1, kind: "withdrawn" as const, at };
    await tx.reservationJoin.create({ data: { ...step, ...(await signatureColumns(tx, viewer, mandate)) } });
    await record(tx, "endorsement.left", viewer, `talkingPoint/${point.id}`, {
      organization: acting.id,
      reservation: reserving.id,
      version: joined.reservation.version,
    });
  });
}

async function begin(tx: Tx, viewer: Viewer, input: LeaveJoinInput) {
  const point = await lockPoint(tx, viewer, input.id, "SHARE");
  const acting = await findActing(tx, viewer, input.onBehalfOf);
  const reserving = await tx.organization.findFirst({
    where: { AND: [organizationsReadableBy(viewer), { slug: input.organization }] },
    select: { id: true },
  });
  if (!reserving) throw new Refusal("NOT_FOUND", "noSuchOrganization");
  return { point, acting, reserving };
}

type Key = { talkingPointId: string; organizationId: string; joinedById: string };

async function findJoins(tx: Tx, key: Key) {
  const steps = await tx.reservationJoin.findMany({
    where: key,
    orderBy: { number: "asc" },
    select: { step: true, kind: true, actorId: true, reservation: { select: { version: true } } },
  });
  return { state: replaySignatures(steps), last: steps.length };
}
