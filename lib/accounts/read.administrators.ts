import "server-only";
import { db } from "@/lib/platform/db/client";
import { decodeCursor, toPage } from "@/lib/platform/http/pagination";
import type { Viewer } from "@/lib/viewer/schema";
import { administratorsReadableBy } from "./policy.administrators";
import type { AdministratorsInput } from "./schema.administrators";

/** Who administers, for the operator at the command line. */
export async function listAdministratorLines(): Promise<string[]> {
  const rows = await db.person.findMany({
    where: { administrator: true },
    orderBy: { email: "asc" },
    select: { email: true, name: true },
  });
  return rows.map(({ email, name }) => (name ? `${email}  ${name}` : email));
}

export async function listAdministrators(viewer: Viewer, { limit, cursor }: AdministratorsInput) {
  const offset = decodeCursor(cursor);
  const where = administratorsReadableBy(viewer);
  const [rows, total] = await Promise.all([
    db.person.findMany({
      where,
      orderBy: { email: "asc" },
      skip: offset,
      take: limit,
      select: { name: true, email: true },
    }),
    db.person.count({ where }),
  ]);
  return toPage(rows, offset, limit, total);
}
