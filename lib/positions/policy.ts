import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { belongsTo, inNetwork, isConvener, organizationsOf } from "@/lib/viewer/rules";
import type { Representation, Viewer } from "@/lib/viewer/schema";
import type { DraftState, Visibility } from "./schema";

/** Whose it is, as far as reading it goes. */
type Owner = {
  organizationId: string;
  organization: { status: Representation["status"]; listing: "network" | "public" };
};
type Readable = Owner & { standing: { visibility: Visibility } | null };
type ReadableRevision = Owner & { signedOffAt: Date | null; visibility: Visibility };

/** What this viewer reads of other organizations, by how widely they chose to show it. */
export function audienceOf(viewer: Viewer): Visibility[] {
  if (isConvener(viewer)) return ["convener", "network", "public"];
  return inNetwork(viewer) ? ["network", "public"] : ["public"];
}

/** Other organizations speak while they are members, and to visitors only when they are listed to them. */
const isHeardBy = (viewer: Viewer, { organization }: Owner) =>
  organization.status === "member" && (inNetwork(viewer) || organization.listing === "public");

export const heardBy = (
  viewer: Viewer,
  among: Prisma.OrganizationWhereInput = { status: "member" },
): Prisma.OrganizationWhereInput => (inNetwork(viewer) ? among : { AND: [among, { listing: "public" }] });

/** An organization's own people read everything of it; others read what stands, where it is shown to them. */
export const mayRead = (viewer: Viewer, position: Readable) =>
  belongsTo(viewer, position.organizationId) ||
  (isHeardBy(viewer, position) &&
    position.standing !== null &&
    audienceOf(viewer).includes(position.standing.visibility));

/** `mayRead` as a Prisma filter. */
export const readableBy = (viewer: Viewer): Prisma.PositionWhereInput => ({
  OR: [
    { organizationId: { in: organizationsOf(viewer) } },
    { organization: heardBy(viewer), standingVisibility: { in: audienceOf(viewer) } },
  ],
});

/** Drafts at a stage, of the viewer's own organizations: that there is a draft is itself for its own people. */
export const draftsReadableBy = (viewer: Viewer, state: DraftState): Prisma.PositionWhereInput => ({
  organizationId: { in: organizationsOf(viewer) },
  draftState: state,
});

/** What once stood is read like what stands: never a draft, and never more widely than its own visibility. */
export const mayReadRevision = (viewer: Viewer, revision: ReadableRevision) =>
  belongsTo(viewer, revision.organizationId) ||
  (isHeardBy(viewer, revision) && revision.signedOffAt !== null && audienceOf(viewer).includes(revision.visibility));

/** `mayReadRevision` as a Prisma filter; on an earlier day, of those who were members then. */
export const revisionsReadableBy = (
  viewer: Viewer,
  among?: Prisma.OrganizationWhereInput,
): Prisma.PositionRevisionWhereInput => ({
  OR: [
    { position: { organizationId: { in: organizationsOf(viewer) } } },
    {
      position: { organization: heardBy(viewer, among) },
      signedOffAt: { not: null },
      visibility: { in: audienceOf(viewer) },
    },
  ],
});
