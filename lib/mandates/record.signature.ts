import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import type { Mandate, Viewer } from "@/lib/viewer/schema";

/** Who signed, and on what authority, as the mandate reads at this moment. */
export async function signatureColumns(tx: Tx, viewer: Viewer, mandate: Mandate) {
  if (viewer.personId === null) throw new Refusal("UNAUTHORIZED", "signInFirst");
  await lockRights(tx, viewer);
  return {
    actorId: viewer.personId,
    byToken: viewer.token !== null,
    mandateId: mandate.id,
    authorizedBy: mandate.authorizedBy,
    instrument: mandate.instrument,
    instrumentDate: new Date(mandate.instrumentDate),
    selfAuthorized: mandate.selfAuthorized,
  };
}
