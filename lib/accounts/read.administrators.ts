import "server-only";
import { db } from "@/lib/platform/db/client";

/** Who administers, for the operator at the command line. */
export async function listAdministratorLines(): Promise<string[]> {
  const rows = await db.person.findMany({
    where: { administrator: true },
    orderBy: { email: "asc" },
    select: { email: true, name: true },
  });
  return rows.map(({ email, name }) => (name ? `${email}  ${name}` : email));
}
