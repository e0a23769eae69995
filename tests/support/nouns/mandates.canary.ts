import { randomUUID } from "node:crypto";
import { db } from "@/lib/platform/db/client";
import { given } from "@/tests/support/builders";
import { type Canaries, type Observer, own } from "@/tests/support/canary/canaries";
import type { CanaryPart, Planting } from "@/tests/support/canary/part";

const agreeing: Observer[] = [...own, "convener", "administrator"];

const authorityFor = (canaries: Canaries, readers: readonly Observer[], table: string) => {
  const word = (column: string) => canaries.for(readers, table, column);
  const english = { authorizedBy: word("authorizedBy"), instrument: word("instrument") };
  const french = { authorizedByFr: word("authorizedByFr"), instrumentFr: word("instrumentFr") };
  return { ...english, ...french, instrumentDate: new Date("2026-01-15") };
};

/** Somebody who puts themselves forward is known to those who agree to it, and to nobody else outside. */
async function plantBefore({ canaries, owner }: Planting) {
  const { id: nomineeId } = await given.memberOf(owner, { name: canaries.for(agreeing, "nominee", "name") });
  const asked = { organizationId: owner.id, nomineeId, askedById: nomineeId, askedAt: new Date(), byContact: false };
  await db.signatoryRecovery.create({ data: { ...asked, ...authorityFor(canaries, agreeing, "recovery") } });
}

/** What one signatory proposed is for the organization's own people. */
async function plantAtHome({ canaries, owner, representative }: Planting) {
  const by = { organizationId: owner.id, proposedById: randomUUID(), proposedAt: new Date() };
  const grant = { kind: "grant", personId: representative.id, powers: ["sign_off"], allThemes: true } as const;
  await db.signOffChange.create({
    data: { ...by, ...grant, powers: ["sign_off"], ...authorityFor(canaries, own, "change") },
  });
}

const atOrganizations: NonNullable<CanaryPart["addresses"]>[string] = ({ organizations }) =>
  organizations.map((slug) => ({ slug }));

export const part: CanaryPart = {
  columns: {
    "SignOffChange.authorizedBy": "planted",
    "SignOffChange.authorizedByFr": "planted",
    "SignOffChange.instrument": "planted",
    "SignOffChange.instrumentFr": "planted",
    "SignOffChange.powers": "kept",
    "SignOffChange.themeIds": "kept",
    "SignatoryRecovery.authorizedBy": "planted",
    "SignatoryRecovery.authorizedByFr": "planted",
    "SignatoryRecovery.instrument": "planted",
    "SignatoryRecovery.instrumentFr": "planted",
  },
  addresses: {
    "organizations.changes.list": atOrganizations,
    "organizations.recovery.get": atOrganizations,
  },
  plantBefore,
  plantAtHome,
};
