import "server-only";
import { recorderOf } from "@/lib/activity/record";
import { codes, count, day, id, recorded } from "@/lib/activity/schema";

/** What the record keeps of offices: that they were kept and checked, and from when until when they were held. Never by whom. */
export const kinds = {
  "office.added": recorded(),
  "office.changed": recorded({ version: count, changed: codes }),
  "office.checked": recorded({ organization: id, version: count }),
  "office.closed": recorded(),
  "office.holderAdded": recorded({ holder: id, firstOn: day }),
  "office.holderEnded": recorded({ holder: id, lastOn: day }),
  "office.holderErased": recorded({ holder: id }),
};

export const record = recorderOf(kinds);
