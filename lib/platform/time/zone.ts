import { dateFormat } from "./date-format";

const zoneName = /^(?:UTC|[A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z0-9_+-]*){1,2})$/;

/** A zone by its IANA name. A bare offset is none: it knows no summer. */
export function isTimeZone(name: string): boolean {
  if (!zoneName.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The day of a moment in a zone, as `2027-03-01`. */
export const dayIn = (timeZone: string, at: Date) => dateFormat("en-CA", { timeZone, dateStyle: "short" }).format(at);
