import "server-only";
import { randomUUID } from "node:crypto";
import { type Tx, transact } from "@/lib/platform/db/client";
import { consumeQuota } from "@/lib/platform/http/rate-limit";
import { Refusal } from "@/lib/platform/http/refusal";
import { enqueue } from "@/lib/platform/jobs/queue";
import { sha256 } from "@/lib/platform/text/digest";
import { readClock } from "@/lib/platform/time/clock";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { mayInvite } from "./policy.people";
import { invitationToken, toInvitation } from "./read.invitations";
import { findOwnOrganization } from "./read.own-organization";
import { readSigning } from "./read.signatories";
import { type Invitation, type InvitationInput, invitationDays, type PersonOrInvitationKey } from "./schema.people";

const perOrganization = { name: "invitation", most: 60, minutes: 24 * 60 };
const perAddress = { name: "invitation mail", most: 5, minutes: 24 * 60 };

const inDays = (now: Date, days: number) => new Date(now.getTime() + days * 86_400_000);

async function requireInviter(tx: Tx, viewer: Viewer, slug: string) {
  const organization = await findOwnOrganization(tx, viewer, slug);
  const now = await readClock(tx);
  if (!mayInvite(viewer, organization.id, await readSigning(tx, organization, now)) || viewer.personId === null)
    throw new Refusal("FORBIDDEN", "mayNotInvite");
  await lockRights(tx, viewer);
  return { organization, now, invitedById: viewer.personId };
}

/** A mailbox is not flooded, by however many organizations; and nobody tries out addresses by the hundred. */
async function consumeMailQuota(organizationId: string, email: string) {
  const within = (await consumeQuota(perOrganization, organizationId)) && (await consumeQuota(perAddress, email));
  if (!within) throw new Refusal("TOO_MANY_REQUESTS", "tooManyInvitations", { retryAfter: 3600 });
}

/** Invites somebody to act for the organization. The answer never shows whether they have an account already. */
export async function invite(viewer: Viewer, { slug, email, language }: InvitationInput): Promise<Invitation> {
  return transact(async (tx) => {
    const { organization, now, invitedById } = await requireInviter(tx, viewer, slug);
    const { id: organizationId } = organization;
    const there = await tx.representation.findFirst({
      where: { organizationId, endedAt: null, person: { email } },
      select: { personId: true },
    });
    if (there) throw new Refusal("CONFLICT", "belongsAlready");
    const earlier = await tx.invitation.findFirst({ where: { organizationId, email } });
    if (earlier && earlier.expiresAt > now) throw new Refusal("CONFLICT", "invitedAlready");
    if (earlier) await tx.invitation.delete({ where: { id: earlier.id } });
    await consumeMailQuota(organizationId, email);
    const id = randomUUID();
    const sent = { sentAt: now, expiresAt: inDays(now, invitationDays), tokenHash: sha256(invitationToken(id, 1)) };
    const made = await tx.invitation.create({ data: { id, organizationId, email, language, invitedById, ...sent } });
    await enqueue(tx, "send_invitation", { invitation: id, round: 1 });
    await record(tx, "invitation.sent", viewer, `organization/${organizationId}`, { invitation: id });
    return toInvitation(made, now);
  });
}

async function lockInvitation(tx: Tx, organizationId: string, id: string) {
  const rows = await tx.$queryRaw<{ round: number; email: string }[]>`
    SELECT "round", "email" FROM "Invitation" WHERE "id" = ${id}::uuid AND "organizationId" = ${organizationId}::uuid FOR UPDATE`;
  if (!rows[0]) throw new Refusal("NOT_FOUND", "noSuchInvitation");
  return rows[0];
}

/** Sends it again with another token and another week; the link that was sent before opens nothing any more. */
export async function resendInvitation(viewer: Viewer, { slug, id }: PersonOrInvitationKey): Promise<Invitation> {
  return transact(async (tx) => {
    const { organization, now } = await requireInviter(tx, viewer, slug);
    const locked = await lockInvitation(tx, organization.id, id);
    await consumeMailQuota(organization.id, locked.email);
    const round = locked.round + 1;
    const sent = { sentAt: now, expiresAt: inDays(now, invitationDays), tokenHash: sha256(invitationToken(id, round)) };
    const made = await tx.invitation.update({ where: { id }, data: { round, ...sent } });
    await enqueue(tx, "send_invitation", { invitation: id, round });
    await record(tx, "invitation.sent", viewer, `organization/${organization.id}`, { invitation: id, round });
    return toInvitation(made, now);
  });
}

/** Takes an invitation back: its link opens nothing from this moment on. */
export async function revokeInvitation(viewer: Viewer, { slug, id }: PersonOrInvitationKey) {
  return transact(async (tx) => {
    const { organization } = await requireInviter(tx, viewer, slug);
    await lockInvitation(tx, organization.id, id);
    await tx.invitation.delete({ where: { id } });
    await record(tx, "invitation.revoked", viewer, `organization/${organization.id}`, { invitation: id });
    return { revoked: true as const };
  });
}
