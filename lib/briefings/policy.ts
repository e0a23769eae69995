import type { Prisma } from "@/lib/platform/generated/prisma/client";
import {
  belongsTo,
  draftingOrganizationsOf,
  findConvening,
  inNetwork,
  isConvener,
  organizationsOf,
} from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";

type Hosted = { hostId: string };

/** When the network meets, whom and on what is for the network: a visitor could wait at the door. */
export const mayRead = (viewer: Viewer) => inNetwork(viewer);

/** `mayRead`, said to the database. */
export const readableBy = (viewer: Viewer): Prisma.BriefingWhereInput => (mayRead(viewer) ? {} : { id: { in: [] } });

const draftsFor = (viewer: Viewer, organizationId: string) =>
  draftingOrganizationsOf(viewer).some((it) => it.organizationId === organizationId);

/** A meeting is called by whoever drafts for the organization that hosts it, or by the convener on its behalf. */
export const mayPlanFor = (viewer: Viewer, organizationId: string) =>
  draftsFor(viewer, organizationId) || isConvener(viewer);

/** Who asks for the date, invites, and holds the agenda. */
export const mayHost = (viewer: Viewer, { hostId }: Hosted) => draftsFor(viewer, hostId) || isConvener(viewer);

/** Who is coming, with which note, and what the host was told on the telephone: for whoever drafts for the host, and for no convener of another organization. */
export const mayReadLogistics = (viewer: Viewer, { hostId }: Hosted) =>
  draftsFor(viewer, hostId) || findConvening(viewer)?.organizationId === hostId;

/** What an organization proposes, answers and tells the others is said by whoever drafts for it. */
export const mayAnswerFor = (viewer: Viewer, organizationId: string) => draftsFor(viewer, organizationId);

/** Who comes is said by anybody who belongs to the organization: it commits it to nothing. */
export const mayNameAttendees = (viewer: Viewer, organizationId: string) => belongsTo(viewer, organizationId);

/** The meetings that somebody's own organizations host or are asked to: those that stand in their calendar. */
export const concerningBy = (viewer: Viewer): Prisma.BriefingWhereInput => {
  const organizationId = { in: organizationsOf(viewer) };
  return { OR: [{ hostId: organizationId }, { invitees: { some: { organizationId, removedAt: null } } }] };
};
