import "server-only";
import { findGivers } from "@/lib/mandates/read.signers";
import { db } from "@/lib/platform/db/client";
import type { Viewer } from "@/lib/viewer/schema";
import type { OrganizationTasks } from "./schema";

/** Somebody who writes for the organization on any theme. */
export const draftsFor = ({ mandates }: Viewer, organizationId: string) =>
  mandates.some(
    (it) =>
      it.organizationId === organizationId && it.powers.some((power) => power === "draft" || power === "sign_off"),
  );

/** For the organizations that this person may not write for: who can give them a mandate, and whether they asked. */
export async function findMandateFacts(
  { personId }: Viewer,
  organizationIds: readonly string[],
  now: Date,
): Promise<Map<string, OrganizationTasks["mandate"]>> {
  if (personId === null || organizationIds.length === 0) return new Map();
  const open = await db.mandateRequest.findMany({ where: { personId } });
  const facts = organizationIds.map(async (id) => {
    const { givers, self } = await findGivers(db, id, { personId, now });
    const request = open.find((it) => it.organizationId === id);
    const mandate = { givers: givers.map(({ name }) => name), self, requestedAt: request?.at.toISOString() ?? null };
    return [id, mandate] as const;
  });
  return new Map(await Promise.all(facts));
}
