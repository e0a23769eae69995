import "server-only";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { decodeCursor, toPage } from "@/lib/platform/http/pagination";
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

export async function listPasskeys(viewer: Viewer, { limit, cursor }: PasskeysInput) {
  const offset = decodeCursor(cursor);
  const where = passkeysReadableBy(viewer);
  const [rows, total] = await Promise.all([
    db.passkey.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
      skip: offset,
      take: limit,
      select: passkeySelect,
    }),
    db.passkey.count({ where }),
  ]);
  return toPage(rows.map(toPasskey), offset, limit, total);
}
