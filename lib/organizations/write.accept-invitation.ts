import "server-only";
import { signInLinkAttempts } from "@/lib/accounts/constants";
import { type Tx, transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { enqueue } from "@/lib/platform/jobs/queue";
import { sha256 } from "@/lib/platform/text/digest";
import { readClock } from "@/lib/platform/time/clock";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { organizationNameSelect, toOrganizationName } from "./read.select";

type LockedInvitation = { id: string; organizationId: string; email: string; language: string };

/** Locks the invitation's row by its token hash: of two simultaneous acceptances the second finds none. */
async function lockInvitationByToken(tx: Tx, token: string): Promise<LockedInvitation> {
  const rows = await tx.$queryRaw<LockedInvitation[]>`
    SELECT i."id", i."organizationId", i."email", i."language" FROM "Invitation" i
    JOIN "Organization" o ON o."id" = i."organizationId" AND o."status" IN ('member', 'observer')
    WHERE i."tokenHash" = ${sha256(token)} AND i."expiresAt" > now() FOR UPDATE OF i`;
  if (!rows[0]) throw new Refusal("NOT_FOUND", "noSuchInvitation");
  return rows[0];
}

/**
 * Makes the one it was sent to belong to the organization, whoever pressed the button, and signs nobody in: a mail that
 * was forwarded, or lay open for days, gives nobody a session. The way in goes to the invited address, as always.
 */
export async function acceptInvitation(viewer: Viewer, token: string) {
  if (viewer.token !== null) throw new Refusal("FORBIDDEN", "acceptedByPerson");
  return transact(async (tx) => {
    const { id, organizationId, email, language } = await lockInvitationByToken(tx, token);
    if (viewer.personId !== null && viewer.email !== email) throw new Refusal("FORBIDDEN", "invitationForAnother");
    const person =
      (await tx.person.findUnique({ where: { email }, select: { id: true, guest: true } })) ??
      (await tx.person.create({ data: { email, language }, select: { id: true, guest: true } }));
    // An official sees what was released to them, and never a member's own papers.
    if (person.guest) throw new Refusal("CONFLICT", "guestsStayGuests");
    const personId_organizationId = { personId: person.id, organizationId };
    const now = await readClock(tx);
    await tx.representation.upsert({
      where: { personId_organizationId },
      create: { ...personId_organizationId, since: now },
      update: { since: now, endedAt: null, shownTo: "organization" },
    });
    await tx.invitation.delete({ where: { id } });
    const linkSent = viewer.personId === null;
    if (linkSent) {
      const link = { email, language, next: `/${language}/welcome` };
      await enqueue(tx, "send_sign_in_link", link, { attempts: signInLinkAttempts });
    }
    const organization = await tx.organization.findUniqueOrThrow({
      where: { id: organizationId },
      select: organizationNameSelect,
    });
    const actor = { personId: person.id, token: null };
    await record(tx, "invitation.accepted", actor, `organization/${organizationId}`, {
      invitation: id,
      person: person.id,
    });
    return { organization: toOrganizationName(organization), linkSent };
  });
}
