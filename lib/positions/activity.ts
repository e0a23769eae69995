import "server-only";
import { recorderOf } from "@/lib/activity/record";
import { code, count, digest, id, notified, recorded } from "@/lib/activity/schema";
import { Visibility } from "@/lib/platform/generated/prisma/enums";

const audience = code(Visibility);
const revised = recorded({ revision: count });
const joined = recorded({ organization: id, revision: count });

/** What the record keeps of positions and what is attached to them. */
export const kinds = {
  "position.drafted": revised,
  "position.submitted": revised,
  "position.returned": revised,
  "position.discarded": revised,
  "position.signedOnce": revised,
  "position.signedOff": revised,
  "position.confirmed": revised,
  "position.withdrawn": revised,
  "position.confirmationRequested": notified({ signatory: id, positions: count }),
  "position.visibilityChanged": recorded({ revision: count, from: audience, to: audience }),
  "position.reviewsReminded": recorded({ positions: count }),
  "position.imported": recorded({ drafts: count, digest }),
  "position.importUndone": recorded({ drafts: count }),
  "position.explained": revised,
  "position.explainedOnce": revised,
  "position.explanationWithdrawn": revised,
  "reservation.joined": joined,
  "reservation.joinedOnce": joined,
  "reservation.left": joined,
};

export const record = recorderOf(kinds);
