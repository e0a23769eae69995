import "server-only";
import type { OrganizationStatus, Visibility } from "@/lib/platform/generated/prisma/enums";
import { Refusal } from "@/lib/platform/http/refusal";
import { toDay } from "@/lib/platform/time/day";
import type { Mandate, Viewer } from "@/lib/viewer/schema";
import { findDrafter, findSignatory, type PolicyScope } from "./policy.authority";
import type { Authority } from "./schema.authority";

/** Prisma select of the authority that a signature or a step was recorded with. */
export const authoritySelect = {
  authorizedBy: true,
  selfAuthorized: true,
  instrument: true,
  instrumentDate: true,
} as const;

type AuthorityRow = { authorizedBy: string; instrument: string; instrumentDate: Date; selfAuthorized: boolean };

export const authorityOf = ({ authorizedBy, instrument, instrumentDate, selfAuthorized }: AuthorityRow): Authority => ({
  authorizedBy,
  instrument,
  instrumentDate: toDay(instrumentDate),
  selfAuthorized,
});

type PartialRow = {
  authorizedBy: string | null;
  instrument: string | null;
  instrumentDate: Date | null;
  selfAuthorized: boolean;
};

/** The authority of a step that may have none: not every step is taken under a mandate. */
export function toAuthority(row: PartialRow | undefined): Authority | null {
  if (!row?.authorizedBy || !row.instrument || !row.instrumentDate) return null;
  const { authorizedBy, instrument, instrumentDate, selfAuthorized } = row;
  return authorityOf({ authorizedBy, instrument, instrumentDate, selfAuthorized });
}

/** `findDrafter`, or 403; an organization that is no member has no drafters, which is the reason then. */
export function requireDrafter(viewer: Viewer, scope: PolicyScope, status: OrganizationStatus = "member"): Mandate {
  const mandate = findDrafter(viewer, scope);
  if (!mandate) throw new Refusal("FORBIDDEN", status === "member" ? "notDrafter" : "notAMember");
  return mandate;
}

/** `findSignatory`, or 403: for no power to sign here at all, or for none to sign publicly. */
export function requireSignatory(viewer: Viewer, scope: PolicyScope, visibility: Visibility = "network"): Mandate {
  const mandate = findSignatory(viewer, scope, visibility);
  if (!mandate)
    throw new Refusal("FORBIDDEN", findSignatory(viewer, scope, "network") ? "publicNeedsMandate" : "notASignatory");
  return mandate;
}
