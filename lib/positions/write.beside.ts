import "server-only";
import type { Tx } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import { holdRights } from "@/lib/platform/session/hold-rights";
import type { Mandate, Viewer } from "@/lib/platform/viewer";

/** Who signed, and on what authority, as the mandate reads at this moment. */
export async function signedBy(tx: Tx, viewer: Viewer, mandate: Mandate) {
  if (viewer.personId === null) throw new Refusal("UNAUTHORIZED", "signInFirst");
  await holdRights(tx, viewer);
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
