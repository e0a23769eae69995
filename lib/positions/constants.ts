/** Constants without zod, so that browser code can import them without the schemas. */
/** In the order in which stances are always read; it is not a ranking. */
export const stances = [
  "support",
  "support_with_reservation",
  "undecided",
  "stand_aside",
  "oppose",
  "no_mandate",
] as const;

export const visibilities = ["organization", "convener", "network", "public"] as const;
export const reservationWordLimit = 150;
export const explanationWordLimit = 150;
