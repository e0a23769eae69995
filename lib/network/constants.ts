/** The bounds of a threshold, without the shapes that check it: a form needs the first alone. */
export const tooFewBounds = { least: 2, most: 100 };

export const parityRules = ["before_endorsement", "before_release"] as const;
export type ParityRule = (typeof parityRules)[number];

/** What keeps offices or people away for days, besides the federal holidays: the kinds that are entered. */
export const enteredKinds = ["blackout", "provincial", "caretaker", "sitting"] as const;
export type EnteredKind = (typeof enteredKinds)[number];

export const closingKinds = ["federal", ...enteredKinds] as const;
export type ClosingKind = (typeof closingKinds)[number];

/** More entries than a network needs for ten years: twenty-six sitting weeks, a dozen provincial days and its own breaks. */
export const maxClosings = 600;
/** A range longer than this is a slip of the pen. */
export const longestClosing = 366;

/** What a pasted sitting week is called, as the House itself names it. */
export const sittingName = { en: "The House sits", fr: "La Chambre siège" };
