import "server-only";
import type { Prisma } from "@/lib/platform/generated/prisma/client";

/** A mandate that someone may act under at this moment: begun, not revoked, not over. */
export const inForce = (now: Date): Prisma.MandateWhereInput => ({
  revokedAt: null,
  validFrom: { lte: now },
  OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
});
