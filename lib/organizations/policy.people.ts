import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { belongsTo, inNetwork, membershipsOf, organizationsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import type { organizationStatuses } from "./schema";
import type { Audience } from "./schema.people";

type Status = (typeof organizationStatuses)[number];
const present = ["member", "observer"] as const satisfies Status[];

type RepresentationRow = {
  organizationId: string;
  organization: { status: Status };
  shownTo: Audience;
  endedAt: Date | null;
};

/** One's own organization knows who acts for it; the network knows those who chose to be known to it. */
export const mayReadPerson = (viewer: Viewer, { organizationId, organization, shownTo, endedAt }: RepresentationRow) =>
  endedAt === null &&
  (belongsTo(viewer, organizationId) ||
    (inNetwork(viewer) && shownTo === "network" && present.some((it) => it === organization.status)));

/** `mayReadPerson` as a Prisma filter. */
export const peopleReadableBy = (viewer: Viewer): Prisma.RepresentationWhereInput => ({
  endedAt: null,
  OR: [
    { organizationId: { in: organizationsOf(viewer) } },
    ...(inNetwork(viewer) ? [{ shownTo: "network" as const, organization: { status: { in: [...present] } } }] : []),
  ],
});

/** Whether this person may sign for the member organization, on at least one theme. */
export const signsFor = (viewer: Viewer, organizationId: string) =>
  membershipsOf(viewer).some((it) => it.organizationId === organizationId) &&
  viewer.mandates.some((it) => it.organizationId === organizationId && it.powers.includes("sign_off"));

type Signing = { signed: boolean; contactId: string | null };

/**
 * Who asks others in: its signatories, since whoever comes in reads everything of it. Where nobody signs, as at the
 * beginning or for an observer, its contact.
 */
export const mayInvite = (viewer: Viewer, organizationId: string, { signed, contactId }: Signing) =>
  belongsTo(viewer, organizationId) && (signsFor(viewer, organizationId) || (!signed && viewer.personId === contactId));

/** Everybody may leave; a signatory ends the part of somebody else. */
export const mayEndRepresentation = (viewer: Viewer, representation: { organizationId: string; personId: string }) =>
  viewer.personId !== null &&
  (representation.personId === viewer.personId || signsFor(viewer, representation.organizationId));

/** Who can see a person is that person's own choice, made in their session and not by a token. */
export const mayChangeAudience = (viewer: Viewer, representation: { personId: string }) =>
  viewer.personId === representation.personId && viewer.token === null;
