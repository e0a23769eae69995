import "server-only";
import { recorderOf } from "@/lib/activity/record";
import { codes, flag, id, notified, recorded } from "@/lib/activity/schema";

/** What the record keeps of mandates. */
export const kinds = {
  "mandate.granted": recorded({ mandate: id, person: id, powers: codes, selfAuthorized: flag }),
  "mandate.revoked": recorded({ mandate: id, person: id }),
  "mandate.requested": notified({ person: id }),
};

export const record = recorderOf(kinds);
