import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { belongsTo, inNetwork, isConvener, organizationsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";

type Readable = { organizationId: string; proposedAt: Date | null };

/** Only who exercises the convener's term for an organization that they still belong to. */
export const mayDecide = (viewer: Viewer) => isConvener(viewer);

/** A draft stays at home, also when it is given up there; what was proposed is the network's to see. */
export const mayRead = (viewer: Viewer, proposal: Readable) =>
  belongsTo(viewer, proposal.organizationId) || (inNetwork(viewer) && proposal.proposedAt !== null);

/** `mayRead`, said to the database. */
export const readableBy = (viewer: Viewer): Prisma.ProposalWhereInput => ({
  OR: [
    { organizationId: { in: organizationsOf(viewer) } },
    ...(inNetwork(viewer) ? [{ proposedAt: { not: null } }] : []),
  ],
});

/** The convener's answer is for whom it is addressed to, and for who gave it. */
export const mayReadAnswer = (viewer: Viewer, proposal: Pick<Readable, "organizationId">) =>
  belongsTo(viewer, proposal.organizationId) || mayDecide(viewer);
