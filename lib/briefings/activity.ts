import "server-only";
import { recorderOf } from "@/lib/activity/record";
import { code, count, day, id, notified, recorded } from "@/lib/activity/schema";
import { AttributionRule } from "@/lib/platform/generated/prisma/enums";

/** What the record keeps of meetings: when they are and under which rule, never who comes, answers or saves; and of rapporteurs. */
export const kinds = {
  "briefing.planned": recorded({ organization: id }),
  "briefing.changed": recorded({ version: count }),
  "briefing.paperAdded": recorded({ paper: id, organization: id, bytes: count }),
  "briefing.paperWithdrawn": recorded({ paper: id }),
  "briefing.ruleChosen": recorded({ rule: code(AttributionRule) }),
  "rapporteur.named": notified({ rapporteur: id, person: id, firstOn: day, lastOn: day }),
  "rapporteur.ended": recorded({ rapporteur: id, person: id }),
};

export const record = recorderOf(kinds);
