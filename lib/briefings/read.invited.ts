import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import { readClock } from "@/lib/platform/time/clock";
import { inForce } from "@/lib/viewer/read.mandates-in-force";

/**
 * Who is mailed for an organization: those who hold a mandate there; where nobody does, its contact; where it has none, all
 * who belong to it. Everybody else finds the meeting on its page and in their calendar.
 */
export async function listInvitedPeople(tx: Tx, organizationIds: readonly string[]): Promise<string[]> {
  if (organizationIds.length === 0) return [];
  const organizations = await tx.organization.findMany({
    where: { id: { in: [...organizationIds] }, status: { in: ["member", "observer"] } },
    select: {
      contactId: true,
      representations: { where: { endedAt: null }, select: { personId: true } },
      mandates: { where: inForce(await readClock(tx)), select: { personId: true } },
    },
  });
  const people = organizations.flatMap(({ contactId, representations, mandates }) => {
    const belonging = representations.map((it) => it.personId);
    const mandated = mandates.map((it) => it.personId).filter((it) => belonging.includes(it));
    if (mandated.length > 0) return mandated;
    return contactId && belonging.includes(contactId) ? [contactId] : belonging;
  });
  return [...new Set(people)].sort();
}

/** Whoever is mailed about a meeting: people of the organizations that are asked, and offices with an address by their invitation. */
export async function listInvited(tx: Tx, briefingId: string): Promise<string[]> {
  const invitees = await tx.briefingInvitee.findMany({
    where: { briefingId, removedAt: null },
    select: { id: true, organizationId: true, office: { select: { contactAddress: true, closedAt: true } } },
  });
  const offices = invitees.filter(({ office }) => office?.contactAddress && !office.closedAt).map(({ id }) => id);
  const organizations = invitees.flatMap(({ organizationId }) => organizationId ?? []);
  return [...(await listInvitedPeople(tx, organizations)), ...offices];
}
