import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import { readToday } from "@/lib/platform/time/today";
import type { Viewer } from "@/lib/viewer/schema";

type RapporteurScope = { organizationId: string; personId?: string };

/** What somebody was to record ends with their part in the organization, or with its own in the network. */
export async function endRapporteursOf(tx: Tx, viewer: Viewer, scope: RapporteurScope) {
  const { now, today } = await readToday(tx);
  await tx.rapporteur.updateMany({
    where: { ...scope, endedAt: null, lastOn: { gte: new Date(today) } },
    data: { endedAt: now, endedById: viewer.personId },
  });
}
