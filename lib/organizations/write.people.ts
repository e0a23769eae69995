import "server-only";
import { record } from "@/lib/activity/record";
import { readClock } from "@/lib/platform/clock";
import { type Tx, transact } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import { mayCommitNow } from "@/lib/platform/session/fresh";
import type { Viewer } from "@/lib/platform/viewer";
import { mayEndPart, mayShow, peopleReadableBy } from "./policy.people";
import { findOwn } from "./read.standing";
import type { PersonPlace, ShownInput } from "./schema.people";
import { endRapporteursOf } from "./write.rapporteurs";

async function findPart(tx: Tx, viewer: Viewer, { slug, id }: PersonPlace) {
  const organization = await findOwn(tx, viewer, slug);
  const part = { organizationId: organization.id, personId: id };
  const found = await tx.representation.findFirst({ where: { AND: [peopleReadableBy(viewer), part] } });
  if (!found) throw new Refusal("NOT_FOUND", "noSuchPerson");
  return part;
}

/**
 * Ends somebody's part in an organization: their own leaving, or by a signatory. With it go their mandates there, what they were to record and the
 * invitations they sent, so that nobody comes back through a door they left open. What they did stays done.
 */
export async function endPart(viewer: Viewer, place: PersonPlace) {
  return transact(async (tx) => {
    const part = await findPart(tx, viewer, place);
    if (!mayEndPart(viewer, part)) throw new Refusal("FORBIDDEN", "notASignatory");
    const now = await readClock(tx);
    const self = part.personId === viewer.personId;
    if (self && viewer.token !== null) throw new Refusal("FORBIDDEN", "leavingByPerson");
    if (!self && !mayCommitNow(viewer, now)) throw new Refusal("FORBIDDEN", "signInAgain");
    await tx.representation.update({ where: { personId_organizationId: part }, data: { endedAt: now } });
    const { count } = await tx.mandate.updateMany({ where: { ...part, revokedAt: null }, data: { revokedAt: now } });
    await endRapporteursOf(tx, viewer, part);
    await tx.invitation.deleteMany({ where: { organizationId: part.organizationId, invitedById: part.personId } });
    const facts = { person: part.personId, mandates: count, left: self };
    await record(tx, "representation.ended", viewer, `organization/${part.organizationId}`, facts);
    return { ended: true as const, mandates: count };
  });
}

/** Who is told that one acts for an organization: its own people, or the network. */
export async function showPart(viewer: Viewer, { shownTo, ...place }: ShownInput) {
  return transact(async (tx) => {
    const part = await findPart(tx, viewer, place);
    if (!mayShow(viewer, part)) throw new Refusal("FORBIDDEN", "shownByThemselves");
    await tx.representation.update({ where: { personId_organizationId: part }, data: { shownTo } });
    await record(tx, "representation.shown", viewer, `organization/${part.organizationId}`, {
      person: part.personId,
      shownTo,
    });
    return { shownTo };
  });
}
