import type { Prisma } from "@/lib/platform/generated/prisma/client";
import type { Visibility } from "@/lib/platform/generated/prisma/enums";
import { audienceOf } from "@/lib/positions/policy";
import { belongsTo, organizationsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";

/** As whom a viewer reads others: as the convener, as the network, or as anybody. Each audience has marks of its own. */
const readsAs = (viewer: Viewer): Visibility => audienceOf(viewer)[0] ?? "public";

type Concealed = { organizationId: string; audience: Visibility };

/** Whether a mark is about something that this viewer may not read. What one's own organization keeps is no secret to oneself. */
export const isConcealedFrom = (viewer: Viewer, mark: Concealed) =>
  mark.audience === readsAs(viewer) && !belongsTo(viewer, mark.organizationId);

/** `isConcealedFrom`, said to the database; policy.test.ts holds the two together, and to which positions are readable. */
export const concealedFrom = (viewer: Viewer): Prisma.ConcealedThemeWhereInput => ({
  audience: readsAs(viewer),
  organizationId: { notIn: organizationsOf(viewer) },
});
