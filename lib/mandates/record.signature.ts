import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import type { Mandate, Viewer } from "@/lib/viewer/schema";

/** The authority as the mandate reads at this moment: what becomes of the mandate later does not change the record. */
export const authorityColumns = (mandate: Mandate) => ({
  mandateId: mandate.id,
  authorizedBy: mandate.authorizedBy,
  instrument: mandate.instrument,
  instrumentDate: new Date(mandate.instrumentDate),
  selfAuthorized: mandate.selfAuthorized,
});

/** Who signed, and on what authority; 403 where a right ended while the request waited for a lock. */
export async function signatureColumns(tx: Tx, viewer: Viewer, mandate: Mandate) {
  if (viewer.personId === null) throw new Refusal("UNAUTHORIZED", "signInFirst");
  await lockRights(tx, viewer);
  return { actorId: viewer.personId, byToken: viewer.token !== null, ...authorityColumns(mandate) };
}
