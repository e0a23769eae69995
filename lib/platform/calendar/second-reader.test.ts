import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { writeCalendar } from "./calendar";

/** Zones whose rules every copy of the last years knows alike. */
const zones = "America/Toronto America/Halifax America/New_York Europe/London Europe/Dublin Asia/Tokyo Asia/Kathmandu"
  .split(" ")
  .concat("Pacific/Chatham Pacific/Kiritimati Pacific/Pago_Pago Australia/Lord_Howe UTC".split(" "));

/** What Node's own copy of the world's clocks shows at an instant, its digits read as UTC. */
function shownBy(timeZone: string, at: number): number {
  const style = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" } as const;
  const format = new Intl.DateTimeFormat("en", { ...style, timeZone, hourCycle: "h23", second: "2-digit" });
  const { year, month, day, hour, minute, second } = Object.fromEntries(
    format.formatToParts(at).map(({ type, value }) => [type, value]),
  );
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

/** A reader that ignores the clock in the file and asks its machine, as many do. */
function readBegin(file: string): number[] {
  const [, zone, digits = ""] =
    /^DTSTART(?:;TZID=([^:]+))?:(\d{8}T\d{6})Z?$/m.exec(file.replaceAll("\r\n", "\n")) ?? [];
  const iso = digits.replace(/^(....)(..)(..)T(..)(..)(..)$/, "$1-$2-$3T$4:$5:$6Z");
  const wall = Date.parse(iso);
  if (!zone) return [wall];
  const offsets = [-1, 0, 1].map((days) => shownBy(zone, wall + days * 86_400_000) - (wall + days * 86_400_000));
  return [...new Set(offsets.map((it) => wall - it))].filter((it) => shownBy(zone, it) === wall);
}

test("where rules did not change in 2026, a reader that trusts its machine's clocks finds the same instants", () => {
  const minutes = fc.integer({ min: Date.UTC(2007, 0) / 60_000, max: Date.UTC(2031, 0) / 60_000 });
  fc.assert(
    fc.property(fc.constantFrom(...zones), minutes, (zone, minute) => {
      const [starts, ends] = [new Date(minute * 60_000), new Date((minute + 90) * 60_000)];
      const facts = { uid: "u", sequence: 0, stampedAt: new Date(0), status: "CONFIRMED" as const, summary: "s" };
      const events = [{ ...facts, time: { zone, starts, ends } }];
      expect(
        readBegin(
          writeCalendar({ method: "PUBLISH", language: "en", events }).replace(
            /BEGIN:VTIMEZONE[\s\S]*END:VTIMEZONE/,
            "",
          ),
        ),
      ).toEqual([starts.getTime()]);
    }),
    { numRuns: Number(process.env.MEETINGS ?? 150) },
  );
});
