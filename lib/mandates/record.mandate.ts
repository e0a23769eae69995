import "server-only";
import type { Actor } from "@/lib/activity/record";
import type { Tx } from "@/lib/platform/db/client";
import type { Power } from "@/lib/platform/generated/prisma/enums";
import { record } from "./activity";
import { mandateSelect } from "./read";

type NewMandate = {
  organizationId: string;
  personId: string;
  powers: Power[];
  themeIds: readonly string[] | null;
  authorizedBy: string;
  authorizedByFr: string | null;
  instrument: string;
  instrumentFr: string | null;
  instrumentDate: Date;
  validFrom: Date;
  expiresAt: Date | null;
  grantedById: string | null;
  selfAuthorized: boolean;
};

/** Makes the mandate, which answers what its bearer had asked for, and records it. */
export async function createMandate(tx: Tx, actor: Actor, { themeIds, ...mandate }: NewMandate) {
  const made = await tx.mandate.create({
    data: {
      ...mandate,
      allThemes: themeIds === null,
      themes: { create: (themeIds ?? []).map((themeId) => ({ themeId })) },
    },
    select: mandateSelect,
  });
  const { organizationId, personId, powers, selfAuthorized } = mandate;
  await tx.mandateRequest.deleteMany({ where: { organizationId, personId } });
  const facts = { mandate: made.id, person: personId, powers: powers.join(" "), selfAuthorized };
  await record(tx, "mandate.granted", actor, `organization/${organizationId}`, facts);
  return made;
}

type Ending = { id: string; organizationId: string; personId: string; at: Date };

/** Ends the mandate, once; what was done under it stays done. */
export async function endMandate(tx: Tx, actor: Actor, { id, organizationId, personId, at }: Ending) {
  const ended = await tx.mandate.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: at } });
  if (ended.count === 0) return;
  await record(tx, "mandate.revoked", actor, `organization/${organizationId}`, { mandate: id, person: personId });
}
