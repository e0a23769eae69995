import "server-only";
import { type Tx, transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import { mayCommitNow } from "@/lib/viewer/rules.fresh";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { mayChangeAudience, mayEndRepresentation, peopleReadableBy } from "./policy.people";
import { findOwnOrganization } from "./read.own-organization";
import type { AudienceInput, PersonOrInvitationKey } from "./schema.people";
import { endRapporteursOf } from "./write.end-rapporteurs";

async function findRepresentation(tx: Tx, viewer: Viewer, { slug, id }: PersonOrInvitationKey) {
  const organization = await findOwnOrganization(tx, viewer, slug);
  const representation = { organizationId: organization.id, personId: id };
  const found = await tx.representation.findFirst({ where: { AND: [peopleReadableBy(viewer), representation] } });
  if (!found) throw new Refusal("NOT_FOUND", "noSuchPerson");
  return representation;
}

/**
 * Ends a representation, by the person or a signatory, with its mandates, rapporteur duties and the invitations they
 * sent, so that nobody comes back through an open invitation. Past acts stay.
 */
export async function endRepresentation(viewer: Viewer, key: PersonOrInvitationKey) {
  return transact(async (tx) => {
    const representation = await findRepresentation(tx, viewer, key);
    if (!mayEndRepresentation(viewer, representation)) throw new Refusal("FORBIDDEN", "notASignatory");
    const now = await readClock(tx);
    const self = representation.personId === viewer.personId;
    if (self && viewer.token !== null) throw new Refusal("FORBIDDEN", "leavingByPerson");
    if (!self && !mayCommitNow(viewer, now)) throw new Refusal("FORBIDDEN", "signInAgain");
    if (!self) await lockRights(tx, viewer);
    await tx.representation.update({ where: { personId_organizationId: representation }, data: { endedAt: now } });
    const { count } = await tx.mandate.updateMany({
      where: { ...representation, revokedAt: null },
      data: { revokedAt: now },
    });
    await endRapporteursOf(tx, viewer, representation);
    await tx.invitation.deleteMany({
      where: { organizationId: representation.organizationId, invitedById: representation.personId },
    });
    const facts = { person: representation.personId, mandates: count, left: self };
    await record(tx, "representation.ended", viewer, `organization/${representation.organizationId}`, facts);
    return { ended: true as const, mandates: count };
  });
}

/** Changes who can see that a person acts for an organization: its own people, or the network. */
export async function changeAudience(viewer: Viewer, { shownTo, ...key }: AudienceInput) {
  return transact(async (tx) => {
    const representation = await findRepresentation(tx, viewer, key);
    if (!mayChangeAudience(viewer, representation)) throw new Refusal("FORBIDDEN", "shownByThemselves");
    await tx.representation.update({ where: { personId_organizationId: representation }, data: { shownTo } });
    await record(tx, "representation.shown", viewer, `organization/${representation.organizationId}`, {
      person: representation.personId,
      shownTo,
    });
    return { shownTo };
  });
}
