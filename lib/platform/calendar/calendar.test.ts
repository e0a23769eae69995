import { describe, expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { readCalendar, readObservances } from "@/tests/support/read-calendar";
import { offsetAt, resolveWall, wallAt } from "../time/offset-at";
import { findRules } from "../time/zone-data";
import { type CalendarEvent, writeCalendar } from "./calendar";

/** A tenth of them in every run; MEETINGS=1000 draws all. */
const meetings = Number(process.env.MEETINGS ?? 150);

const cities = "Vancouver Edmonton Winnipeg Regina Whitehorse Toronto Halifax St_Johns Iqaluit Inuvik New_York Havana";
const zones = [
  ...cities.split(" ").map((city) => `America/${city}`),
  ..."Europe/London Europe/Dublin Africa/Casablanca Africa/Kigali Asia/Kathmandu Asia/Tehran Asia/Tokyo".split(" "),
  ..."Australia/Lord_Howe Pacific/Apia Pacific/Chatham Pacific/Kiritimati Pacific/Pago_Pago UTC".split(" "),
];
const [first, last] = [Date.UTC(2007, 0, 1), Date.UTC(2031, 0, 1)];
const turnsOf = (zone: string) => (findRules(zone)?.turns ?? []).filter((it) => it > first && it < last);

/** Anywhere between the years, at a change of a clock, or at the end of a year: where all mistakes are. */
const startIn = (zone: string) => {
  const turns = turnsOf(zone);
  const yearEnds = fc.integer({ min: 2008, max: 2030 }).map((year) => Date.UTC(year, 0, 1));
  const edges = fc.oneof(turns.length > 0 ? fc.constantFrom(...turns) : yearEnds, yearEnds);
  const near = fc.tuple(edges, fc.integer({ min: -200, max: 200 })).map(([at, minutes]) => at + minutes * 60_000);
  const anywhere = fc.integer({ min: first / 60_000, max: last / 60_000 }).map((it) => it * 60_000);
  return fc.oneof(near, anywhere).map((it) => new Date(it));
};

const text = fc.oneof(fc.string({ unit: "grapheme", maxLength: 90 }), fc.constantFrom("a,b;c\\d\ne", "é".repeat(60)));
// No calendar holds a control, and none begins or ends with a space that anybody would miss.
const plain = text.map((it) => it.replace(/\p{Cc}(?<!\n)|[\u2028\u2029]/gu, ""));
const party = fc.record({
  name: fc.constantFrom('Élise "Zed" Côté', "Côté; Zoé, née: Roy", "a^b^'c", "Société d’aide: Nord"),
  address: fc.constantFrom("elise@exemple.ca", "o'neil+net@example.org", "jean_luc.c-b@xn--exmple-cua.ca"),
});

const meeting = fc.constantFrom(...zones).chain((zone) =>
  fc.record({
    uid: fc.uuid(),
    sequence: fc.nat({ max: 40 }),
    stampedAt: fc.integer({ min: first / 1000, max: last / 1000 }).map((it) => new Date(it * 1000)),
    status: fc.constantFrom("TENTATIVE" as const, "CONFIRMED" as const, "CANCELLED" as const),
    time: fc.tuple(startIn(zone), fc.integer({ min: 5, max: 1440 })).map(([starts, minutes]) => {
      return { zone, starts, ends: new Date(starts.getTime() + minutes * 60_000) };
    }),
    summary: plain,
    description: plain,
    location: plain,
    url: fc.constantFrom("https://example.org/en/briefings/a-b", "https://example.org/fr/x?y=1,2;3"),
    organizer: party,
    attendees: fc.array(party, { maxLength: 3 }),
  }),
);

/** What the page shows of it, field by field. */
const pageOf = ({ time, stampedAt, organizer, ...event }: CalendarEvent & { time: { zone: string } }) => {
  const moment = (at: Date) => {
    const doubled = time.zone !== "UTC" && resolveWall(time.zone, wallAt(time.zone, at)).kind === "twice";
    const utc = doubled || time.zone === "UTC";
    const wall = wallAt(utc ? "UTC" : time.zone, at);
    return {
      instant: at.toISOString(),
      wall: wall.length === 16 ? `${wall}:00` : wall,
      tzid: utc ? null : time.zone,
      utc,
    };
  };
  if (!("starts" in time)) throw new Error("a meeting with hours");
  const { starts, ends } = time as { starts: Date; ends: Date };
  return {
    ...event,
    stampedAt: stampedAt.toISOString(),
    starts: moment(starts),
    ends: moment(ends),
    organizer: [organizer],
  };
};

const write = (events: readonly CalendarEvent[]) => writeCalendar({ method: "PUBLISH", language: "en", events });
const linesOf = (file: string) => file.split("\r\n");

describe("a calendar, by a reader that is not ours", () => {
  test(`${meetings} meetings of 2007 to 2030, over gaps, overlaps, year ends and the date line, come back as the page has them`, () => {
    const seen = new Map<string, number>();
    const note = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
    fc.assert(
      fc.property(meeting, (event) => {
        const [read] = readCalendar(write([event])).events;
        expect(read).toEqual(pageOf(event));
        const { zone, starts, ends } = event.time;
        if (offsetAt(zone, starts) !== offsetAt(zone, ends)) note("over a change");
        if (resolveWall(zone, wallAt(zone, starts)).kind === "twice") note("in a doubled hour");
        if (wallAt(zone, starts).slice(0, 4) !== wallAt(zone, ends).slice(0, 4)) note("over a year end");
      }),
      { numRuns: meetings },
    );
    if (process.env.MEETINGS) process.stderr.write(`${meetings}: ${JSON.stringify([...seen])}\n`);
    for (const what of ["over a change", "in a doubled hour", "over a year end"])
      expect(seen.get(what)).toBeGreaterThan(0);
  });

  test("many meetings in one file, in many zones, each have their own clock", () => {
    fc.assert(
      fc.property(fc.array(meeting, { minLength: 2, maxLength: 25 }), (events) => {
        expect(readCalendar(write(events)).events).toEqual(events.map(pageOf));
      }),
      { numRuns: Math.ceil(meetings / 10) },
    );
  });

  test.each([2026, 2027])("the clocks of Canada whose law changed, every day of %i at nine and at three", (year) => {
    const days = Array.from({ length: 365 }, (_, index) =>
      new Date(Date.UTC(year, 0, 1 + index)).toISOString().slice(0, 10),
    );
    for (const city of "Vancouver Whitehorse Regina St_Johns Iqaluit Edmonton Winnipeg Inuvik".split(" ")) {
      const zone = `America/${city}`;
      const events = days.flatMap((day) =>
        ["03:00", "09:00"].map((hour): CalendarEvent => {
          const answer = resolveWall(zone, `${day}T${hour}`);
          const starts = answer.kind === "once" ? answer.instant : new Date(Number.NaN);
          const time = { zone, starts, ends: new Date(starts.getTime() + 3_600_000) };
          return {
            ...{ uid: `${day} ${hour}`, sequence: 0, stampedAt: new Date(0), status: "CONFIRMED", time, summary: "" },
          };
        }),
      );
      const read = readCalendar(write(events)).events;
      expect(read.map((it) => it.starts)).toEqual(
        events.map(({ uid, time }) => ({
          ...{ instant: "starts" in time && time.starts.toISOString(), wall: `${uid.replace(" ", "T")}:00` },
          ...{ tzid: zone, utc: false },
        })),
      );
    }
  });

  test("each observance is a change of the resolver's clock, from before the first event to after the last", () => {
    fc.assert(
      fc.property(meeting, (event) => {
        const { zone, starts, ends } = event.time;
        const observances = readObservances(write([event]));
        for (const { at, from, to } of observances.slice(1)) {
          expect([from * 1000, to * 1000]).toEqual([offsetAt(zone, new Date(at - 1000)), offsetAt(zone, new Date(at))]);
          expect(from).not.toBe(to);
        }
        const told = linesOf(write([event])).some((it) => it.startsWith("DTSTART;TZID") || it.startsWith("DTEND;TZID"));
        if (!told) {
          expect(observances).toEqual([]);
          return;
        }
        const [opening] = observances;
        expect(opening?.at).toBeLessThan(starts.getTime());
        expect((opening?.to ?? 0) * 1000).toBe(offsetAt(zone, new Date(opening?.at ?? 0)));
        const between = turnsOf(zone).filter(
          (it) =>
            it > starts.getTime() &&
            it < ends.getTime() &&
            offsetAt(zone, new Date(it)) !== offsetAt(zone, new Date(it - 1)),
        );
        for (const turn of between) expect(observances.map(({ at }) => at)).toContain(turn);
      }),
      { numRuns: meetings },
    );
  });
});

const fields = ["uid", "summary", "description", "location"] as const;
const attacks = [
  "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil",
  "x\nEND:VCALENDAR\nBEGIN:VCALENDAR",
  "x\rBEGIN:VALARM\rACTION:AUDIO",
  "x\u2028METHOD:CANCEL\u0085DTSTART:20200101T000000Z",
  '";X=1:mailto:evil@example.org',
  "x\\nATTENDEE:mailto:evil@example.org",
  `${"é".repeat(37)}\r\nEND:VEVENT`,
  "\u0000\u0007\u001b[2J",
];

describe("what somebody typed", () => {
  const base: CalendarEvent = {
    ...{
      uid: "u",
      sequence: 1,
      stampedAt: new Date(0),
      status: "CONFIRMED",
      summary: "s",
      description: "d",
      location: "l",
    },
    time: { zone: "America/Toronto", starts: new Date("2026-12-15T14:00Z"), ends: new Date("2026-12-15T15:00Z") },
    organizer: { name: "n", address: "a@example.org" },
    attendees: [{ name: "n", address: "b@example.org" }],
    url: "https://example.org/",
  };
  const variants = (attack: string): CalendarEvent[] => [
    ...fields.map((field) => ({ ...base, [field]: attack })),
    { ...base, organizer: { name: attack, address: "a@example.org" } },
    { ...base, organizer: { name: "n", address: attack } },
    { ...base, attendees: [{ name: attack, address: "b@example.org" }] },
    { ...base, attendees: [{ name: "n", address: attack }] },
    { ...base, url: `https://example.org/${attack}` },
  ];

  test.each(attacks)("%j in any field of text leaves one event with one of each line", (attack) => {
    for (const event of variants(attack)) {
      const file = writeCalendar({ method: "REQUEST", name: attack, language: "en", events: [event] });
      const { events, method, others } = readCalendar(file);
      expect([events.length, method, others]).toEqual([1, "REQUEST", 0]);
      expect([events[0]?.organizer.length, events[0]?.attendees.length]).toEqual([1, 1]);
      const heads = linesOf(file)
        .filter((it) => !it.startsWith(" "))
        .map((it) => /^[A-Z-]+/.exec(it)?.[0]);
      const known =
        /^(BEGIN|END|VERSION|PRODID|CALSCALE|METHOD|NAME|X-WR-CALNAME|TZID|DTSTART|TZOFFSETFROM|TZOFFSETTO|UID|DTSTAMP|SEQUENCE|DTEND|SUMMARY|DESCRIPTION|LOCATION|URL|ORGANIZER|ATTENDEE|STATUS|TRANSP)$/;
      for (const head of heads.slice(0, -1)) expect(head).toMatch(known);
      for (const once of ["METHOD", "UID", "SUMMARY", "NAME", "STATUS"])
        expect(heads.filter((it) => it === once)).toHaveLength(1);
    }
  });
});

describe("the bytes", () => {
  test("no line has more than 75 octets, none breaks within a letter, and each ends in CRLF", () => {
    fc.assert(
      fc.property(meeting, (event) => {
        const file = write([event]);
        expect(file.endsWith("END:VCALENDAR\r\n")).toBe(true);
        expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
        for (const line of linesOf(file)) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(Buffer.from(file).toString("utf8")).toBe(file);
      }),
      { numRuns: meetings },
    );
  });

  test("a day is written as a day, the last one included, and its end is no moment", () => {
    const time = { firstDay: "2026-12-31", lastDay: "2027-01-01" };
    const file = write([{ uid: "u", sequence: 0, stampedAt: new Date(0), status: "TENTATIVE", time, summary: "s" }]);
    expect(linesOf(file)).toEqual(expect.arrayContaining(["DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270102"]));
    expect(readCalendar(file).zones).toEqual([]);
  });

  test("what ends before it begins is not written", () => {
    const event = { uid: "u", sequence: 0, stampedAt: new Date(0), status: "CONFIRMED" as const, summary: "s" };
    const at = new Date("2026-12-15T14:00Z");
    expect(() => write([{ ...event, time: { zone: "UTC", starts: at, ends: at } }])).toThrow(RangeError);
    expect(() => write([{ ...event, time: { firstDay: "2026-12-15", lastDay: "2026-12-14" } }])).toThrow(RangeError);
  });
});
