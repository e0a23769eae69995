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

export const dateAnswers = ["yes", "if_need_be", "no"] as const;
export type DateAnswer = (typeof dateAnswers)[number];
export const doubledHours = ["first", "second"] as const;
export const noteCharacters = 1000;
/** Days that a date may last. */
export const maxDays = 14;
