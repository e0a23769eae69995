import { type AttributionRule, attributionRules } from "./constants";

/** Whether a rule writes less than another. */
export const isTighter = (rule: AttributionRule, than: AttributionRule) =>
  attributionRules.indexOf(rule) > attributionRules.indexOf(than);

/** What holds for an item: its own rule where that is tighter, else the meeting's. */
export const attributionOf = (item: AttributionRule | null, meeting: AttributionRule): AttributionRule =>
  item && isTighter(item, meeting) ? item : meeting;

/** The two questions a rule answers. Where decisions alone are written, neither is. */
export const writtenUnder = (rule: AttributionRule) => ({
  whoSaidIt: rule === "on_record",
  whoWasThere: rule === "on_record" || rule === "not_for_attribution",
});

type Chosen = { attribution: AttributionRule; startsAt: Date | null; state: string };

/** What stands in the way of another rule. Once minutes are published nothing changes it; once it began, nothing loosens it. */
export function attributionObstacle(meeting: Chosen, rule: AttributionRule, invited: boolean, now: Date) {
  if (meeting.state === "cancelled") return "briefingCancelled";
  if (meeting.state === "published") return "minutesPublished";
  const began = meeting.startsAt !== null && meeting.startsAt <= now;
  // Who was invited came under the rule that the invitation named.
  if ((began || invited) && isTighter(meeting.attribution, rule)) return "attributionOnlyTightens";
  return null;
}
