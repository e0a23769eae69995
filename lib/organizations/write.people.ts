import "server-only";
import { type Tx, transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import { inForce } from "@/lib/viewer/read.mandates-in-force";
import { signOffKindFor } from "@/lib/viewer/rules";
import { mayCommitNow } from "@/lib/viewer/rules.fresh";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { mayChangeAudience, mayEndRepresentation, peopleReadableBy } from "./policy.people";
import { findOwnOrganization } from "./read.own-organization";
import { requireSuccessor } from "./read.signatories";
import { signaturesNeeded } from "./rules";
import { committingPowers } from "./schema";
import type { AudienceInput, EndRepresentationInput, PersonOrInvitationKey } from "./schema.people";
import { endRapporteursOf } from "./write.end-rapporteurs";

async function findRepresentation(tx: Tx, viewer: Viewer, { slug, id }: PersonOrInvitationKey) {
  const organization = await findOwnOrganization(tx, viewer, slug);
  const representation = { organizationId: organization.id, personId: id };
  const found = await tx.representation.findFirst({ where: { AND: [peopleReadableBy(viewer), representation] } });
  if (!found) throw new Refusal("NOT_FOUND", "noSuchPerson");
  return { representation, organization };
}

/**
 * Ends a representation, by the person or a signatory, with its mandates, rapporteur duties and the invitations they
 * sent, so that nobody comes back through an open invitation. Past acts stay.
 */
export async function endRepresentation(viewer: Viewer, { withoutSuccessor, ...key }: EndRepresentationInput) {
  return transact(async (tx) => {
    const { representation, organization } = await findRepresentation(tx, viewer, key);
    const { organizationId, personId } = representation;
    await tx.$queryRaw`SELECT "id" FROM "Organization" WHERE "id" = ${organizationId}::uuid FOR UPDATE`;
    if (!mayEndRepresentation(viewer, representation)) throw new Refusal("FORBIDDEN", "notASignatory");
    const now = await readClock(tx);
    const self = representation.personId === viewer.personId;
    if (self && viewer.token !== null) throw new Refusal("FORBIDDEN", "leavingByPerson");
    if (!self && !mayCommitNow(viewer, now)) throw new Refusal("FORBIDDEN", "signInAgain");
    if (!self) {
      await lockRights(tx, viewer);
      await refuseEndingAlone(tx, viewer, representation, now);
    }
    const mandates = { organizationId, personId };
    await requireSuccessor(tx, organization, { mandates, insists: withoutSuccessor === true, now });
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

/** Where two sign, one of them alone would end the other's mandate by this door: it is revoked first, by two. */
async function refuseEndingAlone(
  tx: Tx,
  viewer: Viewer,
  { organizationId, personId }: { organizationId: string; personId: string },
  now: Date,
) {
  if (signaturesNeeded(signOffKindFor(viewer, organizationId)) < 2) return;
  const powers = { hasSome: [...committingPowers] };
  const signing = await tx.mandate.count({ where: { organizationId, personId, powers, ...inForce(now) } });
  if (signing > 0) throw new Refusal("CONFLICT", "signatoryEndsByTwo");
}

/** Changes who can see that a person acts for an organization: its own people, or the network. */
export async function changeAudience(viewer: Viewer, { shownTo, ...key }: AudienceInput) {
  return transact(async (tx) => {
    const { representation } = await findRepresentation(tx, viewer, key);
    if (!mayChangeAudience(viewer, representation)) throw new Refusal("FORBIDDEN", "shownByThemselves");
    await tx.representation.update({ where: { personId_organizationId: representation }, data: { shownTo } });
    await record(tx, "representation.shown", viewer, `organization/${representation.organizationId}`, {
      person: representation.personId,
      shownTo,
    });
    return { shownTo };
  });
}
