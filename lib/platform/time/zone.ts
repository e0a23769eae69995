import { dayAt } from "./offset-at";
import { toCurrentZone } from "./zone-data";

/** A zone by any name it goes by, in the data that the product reads. A bare offset is none: it knows no summer. */
export const isTimeZone = (name: string): boolean => toCurrentZone(name) !== null;

/** The name of today, as it is kept; whoever calls has asked `isTimeZone`. */
export const foldTimeZone = (name: string): string => toCurrentZone(name) ?? name;

/** The day of a moment in a zone, as `2027-03-01`. */
export const dayIn = (timeZone: string, at: Date) => dayAt(timeZone, at);
