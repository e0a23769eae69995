import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { mayAdminister } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";

/** Where an organization's people prove who they are decides who gets in: for administrators in their own session. */
export const providersReadableBy = (viewer: Viewer): Prisma.IdentityProviderWhereInput =>
  mayAdminister(viewer) ? {} : { id: { in: [] } };
