import { z } from "zod";

/** Years in which a day of the network can be. */
export const sensibleYears = { first: 2007, last: 2099 };

/** A day that somebody may mean: the calendar has it, and it is of no year that only a slip of the keys gives. */
export const sensibleDay = z.iso
  .date({ abort: true })
  .refine((day) => `${sensibleYears.first}` <= day && day < `${sensibleYears.last + 1}`, "notSensibleYear");

/** The same moment of a later year. */
export function yearsAfter(at: Date, years: number): Date {
  const later = new Date(at);
  later.setUTCFullYear(at.getUTCFullYear() + years);
  return later;
}
