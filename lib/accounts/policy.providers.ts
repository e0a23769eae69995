import type { Prisma } from "@/lib/platform/generated/prisma/client";
import type { Viewer } from "@/lib/viewer/schema";

/** Where an organization's people prove who they are decides who gets in: for administrators who are there in person. */
export const mayConfigureProviders = (viewer: Viewer) => viewer.administrator && viewer.token === null;

export const providersReadableBy = (viewer: Viewer): Prisma.IdentityProviderWhereInput =>
  mayConfigureProviders(viewer) ? {} : { id: { in: [] } };
