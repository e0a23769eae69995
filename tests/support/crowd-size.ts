/**
 * How many organizations there are when it is shown that what a page asks of the database does not grow with them. A command
 * of `CROWD=5000` before it shows it for thousands, which takes minutes longer.
 */
export const crowdSize = Number(process.env.CROWD ?? 500);
