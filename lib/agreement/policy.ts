import type { Prisma } from "@/lib/platform/generated/prisma/client";
import type { Listing, Visibility } from "@/lib/platform/generated/prisma/enums";
import { audienceOf } from "@/lib/positions/policy";
import { belongsTo, inNetwork, organizationsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";

type Concealed = { organizationId: string; visibility: Visibility; listed: Listing };

const listingsOf = (viewer: Viewer): Listing[] => (inNetwork(viewer) ? ["network", "public"] : ["public"]);

/** Whether a stance of the last batch is one of those that this viewer may not read. */
export const isConcealedFrom = (viewer: Viewer, stance: Concealed) =>
  !belongsTo(viewer, stance.organizationId) &&
  !(audienceOf(viewer).includes(stance.visibility) && listingsOf(viewer).includes(stance.listed));

/** `isConcealedFrom`, said to the database; policy.test.ts holds the two together, and to which positions are readable. */
export const concealedFrom = (viewer: Viewer): Prisma.ConcealedStanceWhereInput => ({
  AND: [
    { organizationId: { notIn: organizationsOf(viewer) } },
    { OR: [{ visibility: { notIn: audienceOf(viewer) } }, { listed: { notIn: listingsOf(viewer) } }] },
  ],
});
