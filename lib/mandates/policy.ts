import { signsFor } from "@/lib/organizations/policy.people";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { belongsTo, organizationsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { coversScope, type MandateScope } from "./rules";

/** The scopes of this person's mandates for a member organization that they belong to. */
const ownScopes = (viewer: Viewer, organizationId: string): MandateScope[] =>
  viewer.representations.some((it) => it.organizationId === organizationId && it.status === "member")
    ? viewer.mandates.filter((it) => it.organizationId === organizationId)
    : [];

/** Who may act, and on whose authority, is for the organization's own people, on any day that was. */
export const mandatesReadableBy = (viewer: Viewer): Prisma.MandateWhereInput => ({
  organizationId: { in: organizationsOf(viewer) },
});

/** What `grantsAs` needs to know about an organization. */
export type GrantContext = {
  organizationId: string;
  /** The person it came in with, or who took their place: see `contactOf`. */
  contactId: string | null;
  /** As many held the power to sign off for it, at any time, as its rule needs. */
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
  context: GrantContext,
  { personId, scope }: { personId: string; scope: MandateScope },
) {
  const by = grantsAs(viewer, context);
  const self = personId === viewer.personId;
  if (by === "self") return self;
  if (by === null || self) return false;
  return by === "first" || coversScope(ownScopes(viewer, context.organizationId), scope);
}

/** Whoever holds it may lay it down; a signatory who reaches as far may end it. */
export const mayRevokeMandate = (
  viewer: Viewer,
  mandate: { organizationId: string; personId: string; scope: MandateScope },
) =>
  belongsTo(viewer, mandate.organizationId) &&
  (mandate.personId === viewer.personId ||
    coversScope(ownScopes(viewer, mandate.organizationId), { ...mandate.scope, powers: ["sign_off"] }));
