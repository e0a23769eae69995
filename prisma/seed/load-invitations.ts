import { randomUUID } from "node:crypto";
import { invitationDays } from "@/lib/organizations/schema.people";
import type { Tx } from "@/lib/platform/db/client";
import { sha256 } from "@/lib/platform/text/digest";
import type { Demonstration } from "./read-demonstration";
import { daysBefore } from "./spread-dates";

/** Invitations that wait for an answer. Their links were never mailed: each is sent again or taken back on its page. */
export async function loadInvitations(tx: Tx, { invitations }: Demonstration, now: Date) {
  const organizations = await tx.organization.findMany({ select: { id: true, slug: true } });
  const people = await tx.person.findMany({ select: { id: true, email: true } });
  const idOf = new Map([...organizations.map((it) => [it.slug, it.id]), ...people.map((it) => [it.email, it.id])] as [
    string,
    string,
  ][]);
  await tx.invitation.createMany({
    skipDuplicates: true,
    data: invitations.map((row) => {
      const sentAt = daysBefore(now, row.days_ago);
      return {
        organizationId: idOf.get(row.org_slug) ?? "",
        email: row.email,
        language: row.language,
        invitedById: idOf.get(row.invited_by) ?? "",
        tokenHash: sha256(randomUUID()),
        sentAt,
        expiresAt: daysBefore(sentAt, -invitationDays),
      };
    }),
  });
}
