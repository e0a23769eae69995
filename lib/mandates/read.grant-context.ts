import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import type { GrantContext } from "./policy";

/** How an organization stands as far as giving out mandates goes: see `grantsAs`. */
export async function readGrantContext(tx: Tx, organizationId: string): Promise<GrantContext> {
  const [context] = await readGrantContexts(tx, [organizationId]);
  if (!context) throw new Error(`there is no organization ${organizationId}`);
  return context;
}

/** The same for several at once, in as many statements as for one. */
export async function readGrantContexts(tx: Tx, organizationIds: readonly string[]): Promise<GrantContext[]> {
  if (organizationIds.length === 0) return [];
  const within = { organizationId: { in: [...organizationIds] } };
  const [organizations, people, signed] = await Promise.all([
    tx.organization.findMany({ where: { id: { in: [...organizationIds] } }, select: { id: true, contactId: true } }),
    tx.representation.findMany({
      where: within,
      orderBy: [{ since: "asc" }, { personId: "asc" }],
      select: { organizationId: true, personId: true, endedAt: true },
    }),
    tx.mandate.findMany({
      where: { ...within, powers: { has: "sign_off" } },
      distinct: ["organizationId"],
      select: { organizationId: true },
    }),
  ]);
  return organizations.map(({ id, contactId: named }) => {
    const own = people.filter((it) => it.organizationId === id);
    const [first] = own;
    // Where none was named, whoever came first. Either counts only while they belong: whoever left gives out nothing.
    const contact = named ? own.find((it) => it.personId === named) : first;
    const contactId = contact?.endedAt === null ? contact.personId : null;
    const everSigned = signed.some((it) => it.organizationId === id);
    return { organizationId: id, contactId, everSigned, ofOne: own.length === 1 };
  });
}
