/** How long a sign-in link can be used. */
export const linkMinutes = 15;

/** How long both addresses have to confirm that one takes the place of the other. */
export const emailChangeHours = 24;

/** How long a sign-in counts as fresh: what commits an organization asks for one. */
export const freshMinutes = 10;

/** A session that nobody used for this long is over. */
export const idleHours = 8;

/** A session ends then, however busy. */
export const sessionDays = 7;

/** How long a passkey may take to answer. */
export const ceremonyMinutes = 5;
