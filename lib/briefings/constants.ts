/** From the widest to the tightest: each writes less than the one before it. */
export const attributionRules = ["on_record", "not_for_attribution", "chatham_house", "decisions_only"] as const;
export type AttributionRule = (typeof attributionRules)[number];

export const briefingKinds = ["civil_society", "government"] as const;
export const briefingParts = ["meeting", "caucus", "room", "debrief"] as const;
export const briefingStates = ["planned", "polling", "scheduled", "cancelled", "published"] as const;
export type BriefingState = (typeof briefingStates)[number];
export const briefingCadences = ["three_a_year", "twice_a_year"] as const;

/** Minutes that a meeting may last. */
export const lengthBounds = { least: 5, most: 1440 };
export const maxOptions = 40;
export const maxItems = 60;
export const maxUpdates = 5;

/** What a meeting is at this moment; `over`: scheduled, and its end has passed. */
export const briefingPhases = ["planned", "polling", "scheduled", "over", "cancelled", "published"] as const;
export type BriefingPhase = (typeof briefingPhases)[number];
export type BriefingKind = (typeof briefingKinds)[number];
export type BriefingPart = (typeof briefingParts)[number];
export type BriefingCadence = (typeof briefingCadences)[number];

/** The meetings that may go with one with an office, for members alone. */
export const sideParts = ["caucus", "debrief"] as const;
export type SidePart = (typeof sideParts)[number];
export const titleCharacters = 160;
export const purposeCharacters = 1000;
export const whereCharacters = 300;
export const maxInvited = 300;
/** Names that a form offers to choose from. */
export const offeredLimit = 2000;
export const maxOffices = 20;

/** How often the network meets: civil society three times a year, the department twice. */
export const networkCadences = { civil_society: "three_a_year", government: "twice_a_year" } as const;

export const briefingStepKinds = [
  "planned",
  "changed",
  "poll_opened",
  "poll_reopened",
  "option_added",
  "option_changed",
  "option_withdrawn",
  "zone_corrected",
  "scheduled",
  "moved",
  "cancelled",
  "rule_chosen",
  "rule_tightened",
  "clock_changed",
  "published",
] as const;
export const dateAnswers = ["yes", "if_need_be", "no"] as const;
export type DateAnswer = (typeof dateAnswers)[number];
export const doubledHours = ["first", "second"] as const;
export const noteCharacters = 1000;
/** Days after a meeting for which answers and mails about it are kept. */
export const logisticsDays = 30;
/** Days that a date may last. */
export const maxDays = 14;
