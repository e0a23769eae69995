import { isSignatoryOf } from "@/lib/organizations/policy";
import type { Viewer } from "@/lib/viewer/schema";
import { type GrantContext, mayGrant, mayRevokeMandate } from "./policy";
import type { MandateScope } from "./rules";

/** What `mayConfirmChange` needs to know about a proposed change. */
export type ProposedChange = { organizationId: string; proposedById: string } & (
  | { kind: "rule" }
  | { kind: "grant" | "revoke"; personId: string; scope: MandateScope }
);

/** The second of two: another than who proposed it, who might have proposed it as well. */
export function mayConfirmChange(viewer: Viewer, change: ProposedChange, context: GrantContext): boolean {
  if (viewer.personId === change.proposedById) return false;
  if (change.kind === "rule") return isSignatoryOf(viewer, change.organizationId);
  return change.kind === "grant" ? mayGrant(viewer, context, change) : mayRevokeMandate(viewer, change);
}

/** Any other signatory says no, on whatever theme; who proposed it takes it back. */
export const mayDeclineChange = (viewer: Viewer, { organizationId, proposedById }: ProposedChange) =>
  viewer.personId !== proposedById && isSignatoryOf(viewer, organizationId);
