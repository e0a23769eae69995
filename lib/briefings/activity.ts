import "server-only";
import { recorderOf } from "@/lib/activity/record";
import { day, id, notified, recorded } from "@/lib/activity/schema";

/** What the record keeps of rapporteurs. */
export const kinds = {
  "rapporteur.named": notified({ rapporteur: id, person: id, firstOn: day, lastOn: day }),
  "rapporteur.ended": recorded({ rapporteur: id, person: id }),
};

export const record = recorderOf(kinds);
