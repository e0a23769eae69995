import "server-only";
import { createHmac } from "node:crypto";
import { db } from "@/lib/platform/db/client";
import { asc, desc, keyset } from "@/lib/platform/db/keyset";
import { env } from "@/lib/platform/env";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { sha256 } from "@/lib/platform/text/digest";
import { maskAddress } from "@/lib/platform/text/email-address";
import { readClock } from "@/lib/platform/time/clock";
import type { Viewer } from "@/lib/viewer/schema";
import { mayInvite } from "./policy.people";
import { findOwnOrganization } from "./read.own-organization";
import { organizationNameSelect, toOrganizationName } from "./read.select";
import { readSigning } from "./read.signatories";
import type { Invitation, OpenedInvitation, PeopleInput } from "./schema.people";

/**
 * The token of one mail. It is made of what the database holds and of a secret that it does not, so that neither the table
 * nor the queue holds a token, and a mail that is tried again carries the same one.
 */
export const invitationToken = (id: string, round: number) =>
  createHmac("sha256", env().secret).update(`invitation ${id} ${round}`).digest("base64url");

type Row = { id: string; email: string; sentAt: Date; expiresAt: Date };

export const toInvitation = ({ id, email, sentAt, expiresAt }: Row, now: Date): Invitation => ({
  id,
  email,
  state: expiresAt <= now ? "expired" : "waiting",
  sentAt: sentAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
});

const latestFirst = (slug: string) =>
  keyset<Prisma.InvitationWhereInput, Prisma.InvitationOrderByWithRelationInput>(
    `invitations of ${slug}`,
    desc("sentAt"),
    asc("id"),
  );

/** Who was asked and has not answered: for those who may ask. */
export async function listInvitations(viewer: Viewer, { slug, ...page }: PeopleInput) {
  const organization = await findOwnOrganization(db, viewer, slug);
  const { id: organizationId } = organization;
  const now = await readClock(db);
  if (!mayInvite(viewer, organizationId, await readSigning(db, organization, now)))
    throw new Refusal("FORBIDDEN", "mayNotInvite");
  const where = { organizationId };
  const order = latestFirst(slug);
  const [rows, total] = await Promise.all([
    db.invitation.findMany(order.page(where, page)),
    db.invitation.count({ where }),
  ]);
  return order.toPage(rows, page, total, (row) => toInvitation(row, now));
}

/** What a link opens, without using it up: mail scanners look at every link. Used, ended and unknown are one answer. */
export async function openInvitation(viewer: Viewer, token: string): Promise<OpenedInvitation> {
  const found = await db.invitation.findFirst({
    where: {
      tokenHash: sha256(token),
      expiresAt: { gt: await readClock(db) },
      organization: { status: { in: ["member", "observer"] } },
    },
    select: { email: true, expiresAt: true, organization: { select: organizationNameSelect } },
  });
  if (!found) throw new Refusal("NOT_FOUND", "noSuchInvitation");
  const fits = viewer.personId === null ? "nobodySignedIn" : viewer.email === found.email ? "you" : "another";
  return {
    organization: toOrganizationName(found.organization),
    addressedTo: maskAddress(found.email),
    expiresAt: found.expiresAt.toISOString(),
    fits,
  };
}
