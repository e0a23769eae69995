/** Stances that get a column in the right margin; `no_mandate` is shown in cells only. */
export const countedStances = ["support", "support_with_reservation", "undecided", "stand_aside", "oppose"] as const;
