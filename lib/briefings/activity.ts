import "server-only";
import { recorderOf } from "@/lib/activity/record";
import { code, count, day, flag, id, notified, recorded } from "@/lib/activity/schema";
import { AttributionRule } from "@/lib/platform/generated/prisma/enums";

/** What the record keeps of meetings: when they are and under which rule, never who comes, answers or saves; and of rapporteurs. */
export const kinds = {
  "briefing.planned": recorded({ organization: id }),
  "briefing.changed": recorded({ version: count }),
  "briefing.paperAdded": recorded({ paper: id, organization: id, bytes: count }),
  "briefing.paperWithdrawn": recorded({ paper: id }),
  "briefing.ruleChosen": recorded({ rule: code(AttributionRule) }),
  "briefing.updateFiled": recorded({ organization: id }),
  "briefing.datesOffered": recorded({ dates: count }),
  "briefing.dateChanged": recorded({ option: id, revision: count }),
  "briefing.dateWithdrawn": recorded({ option: id }),
  "briefing.zoneCorrected": recorded({ dates: count, asksAgain: flag }),
  "briefing.pollOpened": recorded(),
  "briefing.pollChanged": recorded(),
  "briefing.pollReopened": notified(),
  "briefing.scheduled": notified({ option: id, sequence: count }),
  "briefing.moved": notified({ sequence: count }),
  "briefing.cancelled": notified({ sequence: count }),
  "briefing.clockChanged": notified({ sequence: count, changes: count }),
  "briefing.clockAnnounced": notified({ sequence: count }),
  "rapporteur.named": notified({ rapporteur: id, person: id, firstOn: day, lastOn: day }),
  "rapporteur.ended": recorded({ rapporteur: id, person: id }),
};

export const record = recorderOf(kinds);
