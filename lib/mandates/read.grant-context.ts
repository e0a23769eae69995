import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import { contactOf, signaturesNeeded } from "../organizations/rules";
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
    tx.organization.findMany({
      where: { id: { in: [...organizationIds] } },
      select: { id: true, contactId: true, signOffKind: true },
    }),
    tx.representation.findMany({
      where: within,
      orderBy: [{ since: "asc" }, { personId: "asc" }],
      select: { organizationId: true, personId: true, endedAt: true },
    }),
    tx.mandate.findMany({
      where: { ...within, powers: { has: "sign_off" } },
      distinct: ["organizationId", "personId"],
      select: { organizationId: true, personId: true },
    }),
  ]);
  return organizations.map(({ id, contactId: named, signOffKind }) => {
    const own = people.filter((it) => it.organizationId === id);
    // A joint rule takes two from the start: until two ever signed, its contact gives the mandate that is still missing.
    const everSigned = signed.filter((it) => it.organizationId === id).length >= signaturesNeeded(signOffKind);
    return { organizationId: id, contactId: contactOf(named, own), everSigned, ofOne: own.length === 1 };
  });
}
