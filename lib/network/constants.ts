/** The bounds of a threshold, without the shapes that check it: a form needs the first alone. */
export const tooFewBounds = { least: 2, most: 100 };

export const parityRules = ["before_endorsement", "before_release"] as const;
export type ParityRule = (typeof parityRules)[number];
