import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { mayAdminister } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";

/** Who administers is for administrators alone; to anybody else there are none. */
export const administratorsReadableBy = (viewer: Viewer): Prisma.PersonWhereInput =>
  mayAdminister(viewer) ? { administrator: true } : { id: { in: [] } };
