/** The right margin. No mandate is no answer, so it has no column there; it stands in the cells and in words. */
export const countedStances = ["support", "support_with_reservation", "undecided", "stand_aside", "oppose"] as const;
