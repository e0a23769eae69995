import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { belongsTo, inNetwork, organizationsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { coversScope, type MandateScope } from "../mandates/rules";
import type { organizationStatuses } from "./schema";
import type { Audience } from "./schema.people";

type Status = (typeof organizationStatuses)[number];
const present = ["member", "observer"] as const satisfies Status[];

export type RepresentationRow = {
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

/** `mayReadPerson`, said to the database. */
export const peopleReadableBy = (viewer: Viewer): Prisma.RepresentationWhereInput => ({
  endedAt: null,
  OR: [
    { organizationId: { in: organizationsOf(viewer) } },
    ...(inNetwork(viewer) ? [{ shownTo: "network" as const, organization: { status: { in: [...present] } } }] : []),
  ],
});

/** What this person holds for an organization now, as far as it is a member and they belong to it. */
const ownScopes = (viewer: Viewer, organizationId: string): MandateScope[] =>
  viewer.representations.some((it) => it.organizationId === organizationId && it.status === "member")
    ? viewer.mandates.filter((it) => it.organizationId === organizationId)
    : [];

/** Whether this person signs for the organization on any theme. */
export const signsFor = (viewer: Viewer, organizationId: string) =>
  ownScopes(viewer, organizationId).some(({ powers }) => powers.includes("sign_off"));

/**
 * Who asks others in: its signatories, since whoever comes in reads everything of it. Where nobody signs, as at the
 * beginning or for an observer, anyone of its own people.
 */
export const mayInvite = (viewer: Viewer, organizationId: string, hasSignatory: boolean) =>
  belongsTo(viewer, organizationId) && (signsFor(viewer, organizationId) || !hasSignatory);

/** Everybody may leave; a signatory ends the part of somebody else. */
export const mayEndRepresentation = (viewer: Viewer, representation: { organizationId: string; personId: string }) =>
  viewer.personId !== null &&
  (representation.personId === viewer.personId || signsFor(viewer, representation.organizationId));

/** Who is told of a person is that person's own choice, made by themselves and not by a program. */
export const mayChangeAudience = (viewer: Viewer, representation: { personId: string }) =>
  viewer.personId === representation.personId && viewer.token === null;

/** Who may act, and on whose authority, is for the organization's own people, on any day that was. */
export const mandatesReadableBy = (viewer: Viewer): Prisma.MandateWhereInput => ({
  organizationId: { in: organizationsOf(viewer) },
});

/** How the organization stands, as far as handing on mandates goes. */
export type GrantContext = {
  organizationId: string;
  /** The person it came in with, while they still belong to it. */
  contactId: string | null;
  /** Somebody held the power to sign off for it, at any time. */
  everSigned: boolean;
  /** Nobody else ever belonged to it. */
  ofOne: boolean;
};

/**
 * By what right this person gives out mandates: as a signatory, what they hold themselves; as the person the organization
 * came in with, the first one; in an organization of one, to themselves.
 */
export function grantsAs(viewer: Viewer, { organizationId, contactId, everSigned, ofOne }: GrantContext) {
  if (viewer.personId === null || !belongsTo(viewer, organizationId)) return null;
  if (ofOne) return "self" as const;
  if (signsFor(viewer, organizationId)) return "own" as const;
  return !everSigned && contactId === viewer.personId ? ("first" as const) : null;
}

/** Whether this person may give this to that person. Nobody authorizes themselves but an organization of one. */
export function mayGrant(
  viewer: Viewer,
  beginning: GrantContext,
  { personId, reach }: { personId: string; reach: MandateScope },
) {
  const by = grantsAs(viewer, beginning);
  const self = personId === viewer.personId;
  if (by === "self") return self;
  if (by === null || self) return false;
  return by === "first" || coversScope(ownScopes(viewer, beginning.organizationId), reach);
}

/** Whoever holds it may lay it down; a signatory who reaches as far may end it. */
export const mayRevokeMandate = (
  viewer: Viewer,
  mandate: { organizationId: string; personId: string; reach: MandateScope },
) =>
  belongsTo(viewer, mandate.organizationId) &&
  (mandate.personId === viewer.personId ||
    coversScope(ownScopes(viewer, mandate.organizationId), { ...mandate.reach, powers: ["sign_off"] }));
