import "server-only";
import { db } from "@/lib/platform/db/client";
import { asc, desc, keyset } from "@/lib/platform/db/keyset";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import type { Viewer } from "@/lib/viewer/schema";
import { passkeysReadableBy } from "./policy.passkeys";
import type { Passkey, PasskeysInput } from "./schema.passkeys";

export const passkeySelect = {
  id: true,
  name: true,
  synced: true,
  createdAt: true,
  lastUsedAt: true,
} satisfies Prisma.PasskeySelect;
type Row = Prisma.PasskeyGetPayload<{ select: typeof passkeySelect }>;

export const toPasskey = ({ createdAt, lastUsedAt, ...row }: Row): Passkey => ({
  ...row,
  createdAt: createdAt.toISOString(),
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
});

const newestFirst = keyset<Prisma.PasskeyWhereInput, Prisma.PasskeyOrderByWithRelationInput>(
  "passkeys",
  desc("createdAt"),
  asc("id"),
);

export async function listPasskeys(viewer: Viewer, page: PasskeysInput) {
  const where = passkeysReadableBy(viewer);
  const [rows, total] = await Promise.all([
    db.passkey.findMany({ ...newestFirst.page(where, page), select: passkeySelect }),
    db.passkey.count({ where }),
  ]);
  return newestFirst.toPage(rows, page, total, toPasskey);
}
