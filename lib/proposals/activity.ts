import "server-only";
import { recorderOf } from "@/lib/activity/record";
import { code, count, id, notified, recorded } from "@/lib/activity/schema";
import { Parity } from "@/lib/platform/generated/prisma/enums";

/** What the record keeps of proposals, and of the wordings that come of them. */
export const kinds = {
  "proposal.drafted": recorded(),
  "proposal.proposed": notified(),
  "proposal.changed": recorded(),
  "proposal.judged": notified({ parity: code(Parity) }),
  "proposal.withdrawn": recorded(),
  "proposal.opened": notified({ proposition: id }),
  "proposal.merged": notified({ proposition: id }),
  "proposal.declined": notified(),
  "proposition.reworded": recorded({ version: count }),
};

export const record = recorderOf(kinds);
