import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { organizationsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { audienceOf, heardBy, revisionsReadableBy } from "./policy";

const signed = { not: "signed_once" } as const;

/** A join is read with the reservation that it is about, and no more widely than the organization that joined shows it. */
export const joinsReadableBy = (viewer: Viewer, among?: Prisma.OrganizationWhereInput): Prisma.JoinStepWhereInput => ({
  joined: revisionsReadableBy(viewer, among),
  OR: [
    { organizationId: { in: organizationsOf(viewer) } },
    { kind: signed, visibility: { in: audienceOf(viewer) }, organization: heardBy(viewer, among) },
  ],
});

/** An explanation is read with the text that it explains, and no more widely than it is shown itself. */
export const explanationsReadableBy = (
  viewer: Viewer,
  among?: Prisma.OrganizationWhereInput,
): Prisma.ExplanationStepWhereInput => ({
  explained: revisionsReadableBy(viewer, among),
  OR: [
    { position: { organizationId: { in: organizationsOf(viewer) } } },
    { kind: signed, visibility: { in: audienceOf(viewer) } },
  ],
});
