import "server-only";
import { Refusal } from "@/lib/platform/errors";
import type { Mandate, Viewer } from "@/lib/platform/viewer";

/** Who signed, and on what authority, as the mandate reads at this moment. */
export function signedBy(viewer: Viewer, mandate: Mandate) {
  if (viewer.personId === null) throw new Refusal("UNAUTHORIZED", "signInFirst");
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
