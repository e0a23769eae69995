import "server-only";
import { vouchFor } from "@/lib/activity/record";
import { readableBy as organizationsReadableBy } from "@/lib/organizations/policy";
import { signaturesNeeded } from "@/lib/organizations/rules";
import { type Tx, transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import { belongsTo, signOffKindFor } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { requireSignatory } from "../mandates/read.authority";
import { signatureColumns } from "../mandates/record.signature";
import { nextSignature, replaySignatures, type Signatures } from "../mandates/rules.signatures";
import { record } from "./activity";
import { digestOfReservation, type JoinRow, joinSelect } from "./read.annotations";
import { widerThan } from "./rules";
import { isSameReservation, type ReservationText } from "./rules.annotations";
import type { JoinInput, LeaveJoinInput } from "./schema.annotations";
import { findContext, lockHead, type PositionContext } from "./write.context";

type JoinKey = { organizationId: string; positionId: string; context: PositionContext };

/** Says for an organization that it shares another's reservation, in exactly the words that were read. */
export async function joinReservation(viewer: Viewer, input: JoinInput) {
  await transact(async (tx) => {
    const context = await findContext(tx, viewer, input);
    const { id: organizationId } = await findJoining(tx, viewer, input.onBehalfOf);
    const scope = { organizationId, themeId: context.themeId };
    requireSignatory(viewer, scope);
    if (organizationId === context.organizationId) throw new Refusal("CONFLICT", "ownReservation");
    const head = await lockHead(tx, context);
    const text = head?.standing ? await findText(tx, head.id, head.standing) : null;
    const digest = digestOfReservation(input.proposition, text);
    if (!head || !text || digest === null) throw new Refusal("CONFLICT", "nothingToJoin");
    if (digest !== input.digest) throw new Refusal("CONFLICT", "reservationChanged");
    const { visibility } = input;
    const mandate = requireSignatory(viewer, scope, visibility);

    const key = { organizationId, positionId: head.id, context };
    const { state, last } = await findSignatures(tx, key);
    const isSame = (row: JoinRow | null) =>
      row !== null && row.visibility === visibility && isSameReservation(row.joined, text);
    if (isSame(state.given)) throw new Refusal("CONFLICT", "alreadyJoined");
    const signing = { signatures: signaturesNeeded(signOffKindFor(viewer, organizationId)), by: viewer.personId ?? "" };
    const kind = nextSignature({ waiting: state.waiting, same: isSame(state.waiting) }, signing);
    if (kind === "secondSignatory") throw new Refusal("CONFLICT", kind);

    const at = await readClock(tx);
    const { positionId } = key;
    if (kind === "given")
      await tx.joinStep.updateMany({
        where: { positionId, organizationId, visibility: { in: widerThan(visibility) } },
        data: { visibility },
      });
    await tx.joinStep.create({
      data: {
        ...{ positionId, organizationId, number: last + 1, kind, visibility, revision: text.number, at },
        ...(await signatureColumns(tx, viewer, mandate)),
      },
    });
    await vouchFor(tx, "PositionRevision", { positionId, number: text.number });
    const action = kind === "given" ? "reservation.joined" : "reservation.joinedOnce";
    await record(tx, action, viewer, `position/${positionId}`, { organization: organizationId, revision: text.number });
  });
}

/**
 * Takes a join back, under whatever mandate signs for the organization there. It asks for no sight of the reservation: who
 * joined something that is shown to them no longer can still end it.
 */
export async function leaveReservation(viewer: Viewer, input: LeaveJoinInput) {
  await transact(async (tx) => {
    const { id: organizationId } = await findJoining(tx, viewer, input.onBehalfOf);
    const joined = await findJoined(tx, input, organizationId);
    const context = joined ?? (await findContext(tx, viewer, input));
    const mandate = requireSignatory(viewer, { organizationId, themeId: context.themeId });
    if (!joined) throw new Refusal("CONFLICT", "notJoined");

    await lockHead(tx, joined);
    const key = { organizationId, positionId: joined.id };
    const { state, last } = await findSignatures(tx, key);
    const step = state.given ?? state.waiting;
    if (!step) throw new Refusal("CONFLICT", "notJoined");
    const { revision, visibility } = step;
    const at = await readClock(tx);
    await tx.joinStep.create({
      data: {
        ...key,
        number: last + 1,
        kind: "withdrawn",
        visibility,
        revision,
        at,
        ...(await signatureColumns(tx, viewer, mandate)),
      },
    });
    await record(tx, "reservation.left", viewer, `position/${joined.id}`, { organization: organizationId, revision });
  });
}

async function findJoined(tx: Tx, { organization, proposition }: LeaveJoinInput, organizationId: string) {
  const found = await tx.position.findFirst({
    where: {
      organization: { slug: organization },
      proposition: { slug: proposition },
      joins: { some: { organizationId } },
    },
    select: { id: true, organizationId: true, propositionId: true, proposition: { select: { themeId: true } } },
  });
  return found && { ...found, themeId: found.proposition.themeId };
}

/** The viewer's own organization; anybody else's answers 404, or 403 where it can be read. */
async function findJoining(tx: Tx, viewer: Viewer, slug: string) {
  const found = await tx.organization.findFirst({
    where: { AND: [organizationsReadableBy(viewer), { slug }] },
    select: { id: true },
  });
  if (!found) throw new Refusal("NOT_FOUND", "noSuchOrganization");
  if (!belongsTo(viewer, found.id)) throw new Refusal("FORBIDDEN", "notASignatory");
  return found;
}

const findText = (tx: Tx, positionId: string, number: number): Promise<(ReservationText & { number: number }) | null> =>
  tx.positionRevision.findUnique({
    where: { positionId_number: { positionId, number } },
    select: { number: true, propositionVersion: true, reservationEn: true, reservationFr: true },
  });

async function findSignatures(tx: Tx, { organizationId, positionId }: Omit<JoinKey, "context">) {
  const steps = await tx.joinStep.findMany({
    where: { organizationId, positionId },
    orderBy: { number: "asc" },
    select: joinSelect,
  });
  const state: Signatures<JoinRow> = replaySignatures(steps);
  return { state, last: steps.length };
}
