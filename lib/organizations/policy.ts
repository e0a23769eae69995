import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { belongsTo, inNetwork, isConvener } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import type { Seat } from "./rules";
import type { OrganizationStatus as Status } from "./schema";
import type { DecideInput } from "./schema.membership";

type ListedOrganization = { id: string; status: Status; listing: "network" | "public" };

/** Who is in the network now. */
export const present = ["member", "observer"] as const satisfies Seat[];
/** Whom the network knows: those that are in it, and those that were, since earlier dates still show them. */
const known: Status[] = [...present, "suspended", "left"];

const isAmong = (statuses: readonly Status[], { status }: ListedOrganization) => statuses.includes(status);

/** The organizations a person belongs to, whatever became of them: one's own application or departure is no secret to oneself. */
const represented = (viewer: Viewer) => viewer.representations.map((it) => it.organizationId);

export const represents = (viewer: Viewer, organizationId: string) => represented(viewer).includes(organizationId);

/** The network sees who is and was in it, its convener who asks to be; everybody else those that are listed to the public. */
export const mayRead = (viewer: Viewer, organization: ListedOrganization) =>
  represents(viewer, organization.id) ||
  isConvener(viewer) ||
  (inNetwork(viewer) && isAmong(known, organization)) ||
  (organization.listing === "public" && isAmong(present, organization));

/** `mayRead` as a Prisma filter. */
export const readableBy = (viewer: Viewer): Prisma.OrganizationWhereInput =>
  isConvener(viewer)
    ? {}
    : {
        OR: [
          { id: { in: represented(viewer) } },
          ...(inNetwork(viewer) ? [{ status: { in: known } }] : []),
          { status: { in: [...present] }, listing: "public" },
        ],
      };

/** Who may act for an organization, and on whose authority, is for its own people. */
export const mayReadMandates = (viewer: Viewer, organizationId: string) => belongsTo(viewer, organizationId);

/** What was decided about an organization, and why: for its own people and the convener. */
export const mayReadMembership = (viewer: Viewer, organizationId: string) =>
  represents(viewer, organizationId) || isConvener(viewer);

/**
 * What an organization said of itself before: for the network. Everybody else reads the words that stand, since a listing
 * to the public shows no older ones.
 */
export const mayReadProfileHistory = (viewer: Viewer, organizationId: string) =>
  represents(viewer, organizationId) || isConvener(viewer) || inNetwork(viewer);

/** Somebody whose mandate commits the organization, on whatever theme. */
export const isSignatoryOf = (viewer: Viewer, organizationId: string) =>
  belongsTo(viewer, organizationId) &&
  viewer.mandates.some((it) => it.organizationId === organizationId && it.powers.includes("sign_off"));

/** Whether a public listing is theirs to choose: it names the organization to everybody. */
export const mayListPublicly = (viewer: Viewer, organizationId: string) =>
  isSignatoryOf(viewer, organizationId) &&
  viewer.mandates.some((it) => it.organizationId === organizationId && it.powers.includes("sign_publicly"));

/**
 * Whose decision it is. Admission, refusal and suspension are the convener's. Leaving is the organization's own: its
 * signatory's, and its contact's where nobody signs for it. Asking to come back is any of its people's.
 */
export function mayDecideMembership(
  viewer: Viewer,
  organization: { id: string; status: Status; signed: boolean; contactId: string | null },
  decision: DecideInput["decision"],
): boolean {
  if (decision === "return") return represents(viewer, organization.id);
  if (decision !== "leave") return isConvener(viewer);
  if (isSignatoryOf(viewer, organization.id)) return true;
  const signs = viewer.mandates.some((it) => it.organizationId === organization.id && it.powers.includes("sign_off"));
  return (
    represents(viewer, organization.id) &&
    (organization.status === "applied" ||
      (organization.status === "suspended" && signs) ||
      (!organization.signed && viewer.personId === organization.contactId))
  );
}
