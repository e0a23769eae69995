import { writeLine, writeText } from "./content-line";
import { isPlain, writeDay, writeInstant, writeMoment } from "./moments";
import { writeZone } from "./zone-component";

/** Somebody by name and address, as a calendar names them. */
type Party = { name: string; address: string };

/** From a moment to another by the clock of a zone, or whole days, the last one included. */
export type EventTime = { starts: Date; ends: Date; zone: string } | { firstDay: string; lastDay: string };

export type CalendarEvent = {
  /** The same for as long as it is the same meeting, wherever it is moved. */
  uid: string;
  /** Rises with every change that its guests have to know of. */
  sequence: number;
  /** When it became what it is now: not when it is written, so that the same says the same. */
  stampedAt: Date;
  status: "TENTATIVE" | "CONFIRMED" | "CANCELLED";
  time: EventTime;
  summary: string;
  description?: string;
  location?: string;
  url?: string;
  organizer?: Party;
  attendees?: readonly Party[];
};

export type CalendarMethod = "REQUEST" | "CANCEL" | "PUBLISH";

type Calendar = {
  method: CalendarMethod;
  /** How a reader lists it, where it is followed. */
  name?: string;
  language: string;
  events: readonly CalendarEvent[];
};

const dayLong = 86_400_000;
const dayAfter = (day: string) => new Date(Date.parse(`${day}T00:00Z`) + dayLong).toISOString().slice(0, 10);

function writeTime(time: EventTime): string {
  if ("firstDay" in time) {
    if (time.lastDay < time.firstDay) throw new RangeError("an event that ends before it begins");
    return writeDay("DTSTART", time.firstDay) + writeDay("DTEND", dayAfter(time.lastDay));
  }
  if (time.ends <= time.starts) throw new RangeError("an event that ends before it begins");
  return writeMoment("DTSTART", time.zone, time.starts) + writeMoment("DTEND", time.zone, time.ends);
}

/** An address stays as it is but for the signs that would end it. */
const writeAddress = (address: string) => `mailto:${encodeURI(address).replace(/[?#&]/g, encodeURIComponent)}`;

const writeParty = (property: "ORGANIZER" | "ATTENDEE", { name, address }: Party, more = {}) =>
  writeLine(property, writeAddress(address), { CN: name, ...more });

/** Whether a guest comes is said behind the link, and not to the address that the mail is from. */
const guest = { ROLE: "REQ-PARTICIPANT", PARTSTAT: "NEEDS-ACTION", RSVP: "FALSE" };

const writeEvent = (event: CalendarEvent): string =>
  [
    writeLine("BEGIN", "VEVENT"),
    writeText("UID", event.uid),
    writeLine("DTSTAMP", writeInstant(event.stampedAt)),
    writeLine("SEQUENCE", String(event.sequence)),
    writeTime(event.time),
    writeText("SUMMARY", event.summary),
    event.description === undefined ? "" : writeText("DESCRIPTION", event.description),
    event.location === undefined ? "" : writeText("LOCATION", event.location),
    event.url === undefined ? "" : writeLine("URL", new URL(event.url).href, { VALUE: "URI" }),
    event.organizer ? writeParty("ORGANIZER", event.organizer) : "",
    ...(event.attendees ?? []).map((it) => writeParty("ATTENDEE", it, guest)),
    writeLine("STATUS", event.status),
    writeLine("TRANSP", event.status === "CANCELLED" ? "TRANSPARENT" : "OPAQUE"),
    writeLine("END", "VEVENT"),
  ].join("");

/** The moments of the events that are told by the clock of a zone, by that zone. */
function groupByZone(events: readonly CalendarEvent[]) {
  const zones = new Map<string, number[]>();
  for (const { time } of events) {
    if ("firstDay" in time) continue;
    const told = [time.starts, time.ends].filter((it) => isPlain(time.zone, it)).map((it) => it.getTime());
    if (told.length > 0) zones.set(time.zone, [...(zones.get(time.zone) ?? []), ...told]);
  }
  return [...zones].sort(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * A calendar as text (RFC 5545). The same events give the same bytes on every machine and at every hour. Each occurrence is
 * an event of its own: a rule that repeats would move with the reader's copy of the world's clocks.
 */
export const writeCalendar = ({ method, name, language, events }: Calendar): string =>
  [
    writeLine("BEGIN", "VCALENDAR"),
    writeLine("VERSION", "2.0"),
    writeLine("PRODID", `-//Concerted//Concerted//${language.toUpperCase()}`),
    writeLine("CALSCALE", "GREGORIAN"),
    writeLine("METHOD", method),
    name === undefined ? "" : writeText("NAME", name) + writeText("X-WR-CALNAME", name),
    ...groupByZone(events).map(([zone, told]) =>
      writeZone(zone, new Date(Math.min(...told)), new Date(Math.max(...told))),
    ),
    ...events.map(writeEvent),
    writeLine("END", "VCALENDAR"),
  ].join("");
