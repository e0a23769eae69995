import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import type { GrantContext } from "./policy";

/** How it stands as far as giving out mandates goes: see `grantsAs`. */
export async function readGrantContext(tx: Tx, organizationId: string): Promise<GrantContext> {
  const [{ contactId: named }, first, signed, people] = await Promise.all([
    tx.organization.findUniqueOrThrow({ where: { id: organizationId }, select: { contactId: true } }),
    tx.representation.findFirst({
      where: { organizationId },
      orderBy: [{ since: "asc" }, { personId: "asc" }],
      select: { personId: true, endedAt: true },
    }),
    tx.mandate.findFirst({ where: { organizationId, powers: { has: "sign_off" } }, select: { id: true } }),
    tx.representation.count({ where: { organizationId } }),
  ]);
  const earliest = first && first.endedAt === null ? first.personId : null;
  // Where none was named, whoever came first.
  const contactId = named ?? earliest;
  return { organizationId, contactId, everSigned: signed !== null, ofOne: people === 1 };
}
