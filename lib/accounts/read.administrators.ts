import "server-only";
import { db } from "@/lib/platform/db/client";
import { asc, keyset } from "@/lib/platform/db/keyset";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
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

const byAddress = keyset<Prisma.PersonWhereInput, Prisma.PersonOrderByWithRelationInput>(
  "administrators",
  asc("email"),
);

export async function listAdministrators(viewer: Viewer, page: AdministratorsInput) {
  const where = administratorsReadableBy(viewer);
  const [rows, total] = await Promise.all([
    db.person.findMany({ ...byAddress.page(where, page), select: { name: true, email: true } }),
    db.person.count({ where }),
  ]);
  return byAddress.toPage(rows, page, total, (it) => it);
}
