import type { Visibility } from "@/lib/platform/generated/prisma/enums";
import { findMandate } from "@/lib/viewer/rules";
import type { Mandate, Viewer } from "@/lib/viewer/schema";

/** What a mandate is checked against: an organization and a theme. */
export type PolicyScope = { organizationId: string; themeId: string };

/** The mandate under which this person writes for the organization: for drafting, or for signing what was drafted. */
export const findDrafter = (viewer: Viewer, { organizationId, themeId }: PolicyScope): Mandate | null =>
  findMandate(viewer, organizationId, "draft", themeId) ?? findMandate(viewer, organizationId, "sign_off", themeId);

export const mayDraft = (viewer: Viewer, scope: PolicyScope) => findDrafter(viewer, scope) !== null;

/** The mandate under which this person commits the organization, if there is one. A public text needs more. */
export function findSignatory(
  viewer: Viewer,
  { organizationId, themeId }: PolicyScope,
  visibility: Visibility,
): Mandate | null {
  const mandate = findMandate(viewer, organizationId, "sign_off", themeId);
  if (!mandate || visibility !== "public") return mandate;
  return findMandate(viewer, organizationId, "sign_publicly", themeId);
}

export const maySignOff = (viewer: Viewer, scope: PolicyScope) => findSignatory(viewer, scope, "network") !== null;

export const mayMakePublic = (viewer: Viewer, scope: PolicyScope) => findSignatory(viewer, scope, "public") !== null;
