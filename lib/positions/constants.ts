/** What one chooses from, without the shapes that check it: a form needs the first alone. */
export const visibilities = ["organization", "convener", "network", "public"] as const;
export const reservationWordLimit = 150;
export const explanationWordLimit = 150;
