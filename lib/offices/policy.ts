import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { inNetwork } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";

/** For the network: an office says whom it speaks to, and which organization checked its title. */
export const readableBy = (viewer: Viewer): Prisma.OfficeWhereInput => (inNetwork(viewer) ? {} : { id: { in: [] } });
