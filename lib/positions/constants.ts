/** Constants without zod, so that browser code can import them without the schemas. */
export const visibilities = ["organization", "convener", "network", "public"] as const;
export const reservationWordLimit = 150;
export const explanationWordLimit = 150;
