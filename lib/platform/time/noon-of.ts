import { networkTimeZone } from "@/lib/platform/i18n/network-time-zone";
import { endOfDay, instantOn } from "@/lib/platform/time/offset-at";

/** A day without an hour (2027-03-01) as a moment inside that day in coalition time: its noon there. */
export const noonOf = (day: string) => instantOn(networkTimeZone(), day, "12:00");

/** The last moment of a day in coalition time: what is due on a day may be done all that day, there and nowhere else. */
export const endOf = (day: string) => new Date(endOfDay(networkTimeZone(), day).getTime() - 1);
