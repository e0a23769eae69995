/** A day without an hour (2027-03-01) as a moment inside that day in coalition time. */
export const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);
