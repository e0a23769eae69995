import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { belongsTo, draftingOrganizationsOf, isConvener, organizationsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { mayHost } from "./policy";

type Proposed = { proposedById: string | null; declinedAt: Date | null; briefing: { hostId: string } };

/** Why an item was left off is between the host and whoever proposed it. */
export const mayReadItem = (viewer: Viewer, { proposedById, declinedAt, briefing }: Proposed) =>
  declinedAt === null || mayHost(viewer, briefing) || (proposedById !== null && belongsTo(viewer, proposedById));

/** `mayReadItem`, said to the database. */
export const declinedReadableBy = (viewer: Viewer): Prisma.AgendaItemWhereInput =>
  isConvener(viewer)
    ? {}
    : {
        OR: [
          { declinedAt: null },
          { proposedById: { in: organizationsOf(viewer) } },
          { briefing: { hostId: { in: draftingOrganizationsOf(viewer).map((it) => it.organizationId) } } },
        ],
      };
