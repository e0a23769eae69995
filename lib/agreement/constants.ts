/** Constants without zod, so that browser code can import them without the schemas. */

/** In the order in which categories always stand on a page; it is not a ranking. */
export const categories = [
  "broad_agreement",
  "agreement_with_reservations",
  "agreement_with_dissent",
  "divided",
  "broad_opposition",
  "unsettled",
  "too_few",
] as const;
