import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { belongsTo, inNetwork, organizationsOf, type Viewer } from "@/lib/platform/viewer";
import type { SignOffKind, OrganizationStatus as Status } from "./schema";

export type Listed = { id: string; status: Status; listing: "network" | "public" };

const present = ["member", "observer"] as const satisfies Status[];

/** The network sees who is in it; everybody else sees those that are listed to the public. */
export const mayRead = (viewer: Viewer, organization: Listed) =>
  belongsTo(viewer, organization.id) ||
  (present.some((it) => it === organization.status) && (inNetwork(viewer) || organization.listing === "public"));

/** `mayRead`, said to the database. */
export const readableBy = (viewer: Viewer): Prisma.OrganizationWhereInput => ({
  OR: [
    { id: { in: organizationsOf(viewer) } },
    { status: { in: [...present] }, ...(inNetwork(viewer) ? {} : { listing: "public" }) },
  ],
});

/** Who may act for an organization, and on whose authority, is for its own people. */
export const mayReadMandates = (viewer: Viewer, organizationId: string) => belongsTo(viewer, organizationId);

/** How many different signatories an act of this organization takes. `joint` asks two people; every other rule ends in one. */
export const signaturesNeeded = (kind: SignOffKind): number => (kind === "joint" ? 2 : 1);
