import type { Prisma } from "@/lib/platform/generated/prisma/client";
import type { Viewer } from "@/lib/viewer/schema";
import { mayAnswerFor, mayHost } from "./policy";

type Invited = { hostId: string; organizationId: string | null };

/** Those who draft for whoever is asked; and the host, which enters what it was told. */
export const mayGiveAnswer = (viewer: Viewer, { hostId, organizationId }: Invited) =>
  mayHost(viewer, { hostId }) || (organizationId !== null && mayAnswerFor(viewer, organizationId));

/** A note goes to the host, and is read again by those who may have written it. */
export const mayReadNote = (viewer: Viewer, asked: Invited) => mayGiveAnswer(viewer, asked);

/**
 * What a private link opens, said to the database: unknown, expired, taken back and that of an invitee who is asked no more open
 * nothing, and none of them is told from another.
 */
export const openedBy = (tokenHash: string, now: Date): Prisma.DateLinkWhereInput => ({
  tokenHash,
  revokedAt: null,
  expiresAt: { gt: now },
  invitee: {
    removedAt: null,
    briefing: { state: { in: ["polling", "scheduled"] } },
    OR: [{ office: { closedAt: null } }, { organization: { status: { in: ["member", "observer"] } } }],
  },
});
