import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import { inForce } from "@/lib/viewer/read.mandates-in-force";
import { readGrantContext } from "./read.grant-context";

/** Somebody who signs for an organization now, and on which themes; null means every theme. */
type Signer = {
  personId: string;
  organizationId: string;
  name: string | null;
  publicly: boolean;
  themeIds: string[] | null;
};

/** Who signs for these organizations now and still belongs to them, whoever has done so longest first. */
export async function findSigners(tx: Tx, organizationIds: readonly string[], now: Date): Promise<Signer[]> {
  const rows = await tx.mandate.findMany({
    where: {
      organizationId: { in: [...organizationIds] },
      organization: { status: "member" },
      powers: { has: "sign_off" },
      ...inForce(now),
    },
    orderBy: [{ validFrom: "asc" }, { id: "asc" }],
    select: {
      personId: true,
      organizationId: true,
      powers: true,
      allThemes: true,
      themes: { select: { themeId: true } },
      person: { select: { name: true, representations: { where: { endedAt: null } } } },
    },
  });
  return rows
    .filter((it) => it.person.representations.some((part) => part.organizationId === it.organizationId))
    .map(({ personId, organizationId, powers, allThemes, themes, person }) => ({
      personId,
      organizationId,
      name: person.name,
      publicly: powers.includes("sign_publicly"),
      themeIds: allThemes ? null : themes.map(({ themeId }) => themeId),
    }));
}

type Giver = { personId: string; name: string | null };

/**
 * Who can give this person a mandate: whoever signs for the organization; where nobody ever did, the person it came in with;
 * in an organization of one, themselves.
 */
export async function findGivers(tx: Tx, organizationId: string, { personId, now }: { personId: string; now: Date }) {
  const signers = await findSigners(tx, [organizationId], now);
  const others = new Map(signers.filter((it) => it.personId !== personId).map((it) => [it.personId, it.name]));
  const givers = [...others].map(([id, name]): Giver => ({ personId: id, name }));
  if (givers.length > 0) return { givers, self: false };
  const { ofOne, everSigned, contactId } = await readGrantContext(tx, organizationId);
  if (ofOne || everSigned || contactId === null || contactId === personId) return { givers: [], self: ofOne };
  const contact = await tx.person.findUnique({ where: { id: contactId }, select: { id: true, name: true } });
  return { givers: contact ? [{ personId: contact.id, name: contact.name }] : [], self: false };
}
