import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import { inForce } from "@/lib/viewer/read.mandates-in-force";
import { readGrantContexts } from "./read.grant-context";

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

type Givers = { givers: Giver[]; self: boolean };
type Wanting = { personId: string; now: Date };

/**
 * Who can give this person a mandate: whoever signs for the organization; where nobody ever did, the person it came in with;
 * in an organization of one, themselves.
 */
export async function findGivers(tx: Tx, organizationId: string, wanting: Wanting): Promise<Givers> {
  const found = await findGiversIn(tx, [organizationId], wanting);
  return found.get(organizationId) ?? { givers: [], self: false };
}

/** The same for several organizations at once, in as many statements as for one. */
export async function findGiversIn(tx: Tx, organizationIds: readonly string[], { personId, now }: Wanting) {
  const signers = (await findSigners(tx, organizationIds, now)).filter((it) => it.personId !== personId);
  const signed = new Set(signers.map((it) => it.organizationId));
  const contexts = await readGrantContexts(
    tx,
    organizationIds.filter((id) => !signed.has(id)),
  );
  const contacts = contexts.flatMap(({ ofOne, everSigned, contactId }) =>
    ofOne || everSigned || contactId === null || contactId === personId ? [] : [contactId],
  );
  const people =
    contacts.length > 0
      ? await tx.person.findMany({ where: { id: { in: contacts } }, select: { id: true, name: true } })
      : [];
  const alone = contexts.map(({ organizationId, ofOne, everSigned, contactId }) => {
    const contact = ofOne || everSigned ? undefined : people.find(({ id }) => id === contactId);
    return [organizationId, { givers: contact ? [toGiver(contact)] : [], self: ofOne }] as const;
  });
  return new Map<string, Givers>([...alone, ...[...signed].map((id) => [id, toGivers(signers, id)] as const)]);
}

const toGiver = ({ id, name }: { id: string; name: string | null }): Giver => ({ personId: id, name });

/** Each of them once, though they may sign under several mandates. */
function toGivers(signers: readonly Signer[], organizationId: string): Givers {
  const own = signers.filter((it) => it.organizationId === organizationId);
  const names = new Map(own.map((it) => [it.personId, it.name]));
  return { givers: [...names].map(([id, name]) => toGiver({ id, name })), self: false };
}
