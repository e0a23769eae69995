import { describe, expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { dayAt, endOfDay, instantsOf, offsetAt, resolveWall, startOfDay, wallAt } from "./offset-at";
import { findRules } from "./zone-data";
import { offsetIn, packRules, unpackRules } from "./zone-rules";

const zones = [
  ..."Vancouver Edmonton Winnipeg Regina Whitehorse Toronto Halifax St_Johns Inuvik Atikokan New_York Santiago".split(
    " ",
  ),
  ..."Havana Nuuk Sao_Paulo Noronha Phoenix Mexico_City".split(" "),
]
  .map((city) => `America/${city}`)
  .concat("Europe/Dublin Europe/Kyiv Africa/Casablanca Africa/Kigali Asia/Kathmandu Asia/Tehran Asia/Tokyo".split(" "))
  .concat("Australia/Lord_Howe Pacific/Chatham Pacific/Kiritimati Pacific/Pago_Pago UTC".split(" "));
const zone = fc.constantFrom(...zones);
const seconds = (from: string, until: string) =>
  fc.integer({ min: Date.parse(from) / 1000, max: Date.parse(until) / 1000 }).map((it) => new Date(it * 1000));
const instant = seconds("1990-01-01", "2040-01-01");

/** An instant near a turn of the zone: where all mistakes are. */
const nearATurn = zone.chain((name) => {
  const turns = (findRules(name)?.turns ?? []).filter((it) => it > 0 && it < Date.UTC(2040, 0));
  const turn = turns.length > 0 ? fc.constantFrom(...turns) : fc.constant(Date.UTC(2026, 5));
  return fc.record({
    name: fc.constant(name),
    at: fc.tuple(turn, fc.integer({ min: -200, max: 200 })).map(([it, minutes]) => new Date(it + minutes * 60_000)),
  });
});
const anywhere = fc.oneof(fc.record({ name: zone, at: instant }), nearATurn);
const often = { numRuns: 3000 };

describe("an instant and the clock of a zone", () => {
  test("there are thirty zones to try", () => {
    expect(new Set(zones).size).toBe(30);
  });

  test("what a clock shows at an instant leads back to it", () => {
    fc.assert(
      fc.property(anywhere, ({ name, at }) => {
        const found = instantsOf(name, wallAt(name, at)).map(Number);
        expect(found).toContain(at.getTime());
        expect(found.length).toBeLessThanOrEqual(2);
        for (const it of found) expect(wallAt(name, new Date(it))).toBe(wallAt(name, at));
      }),
      often,
    );
  });

  test("a time that a clock skips has no instant, and the one named instead is the first that it shows after it", () => {
    let skipped = 0;
    fc.assert(
      fc.property(nearATurn, ({ name, at }) => {
        const wall = at.toISOString().slice(0, 16);
        const shown = wallAt(name, at);
        for (const asked of [wall, shown]) {
          const answer = resolveWall(name, asked);
          if (answer.kind !== "never") continue;
          skipped++;
          expect(answer.next > asked).toBe(true);
          const [next] = instantsOf(name, answer.next);
          if (!next) throw new Error("the next time does not exist either");
          // The minute before, the clock stood before the gap.
          expect(wallAt(name, new Date(next.getTime() - 60_000)) < asked).toBe(true);
        }
      }),
      often,
    );
    const gaps = zones.flatMap((name) => {
      const { turns, offsets } = findRules(name) ?? { turns: [], offsets: [] };
      return turns.flatMap((turn, index) => {
        const [before = 0, after = 0] = [offsets[index], offsets[index + 1]];
        return turn > 0 && turn < Date.UTC(2040, 0) && after > before ? [{ name, turn, before, after }] : [];
      });
    });
    expect(gaps.length).toBeGreaterThan(500);
    for (const { name, turn, before, after } of gaps) {
      const asked = new Date(turn + (before + after) / 2).toISOString().slice(0, 19);
      expect([name, asked, resolveWall(name, asked)]).toEqual([
        name,
        asked,
        { kind: "never", next: wallAt(name, new Date(turn)) },
      ]);
      skipped++;
    }
    expect(skipped).toBeGreaterThan(500);
  });

  test("Toronto skips half past two on 8 March 2026 and goes on at three", () => {
    expect(instantsOf("America/Toronto", "2026-03-08T02:30")).toEqual([]);
    expect(resolveWall("America/Toronto", "2026-03-08T02:30")).toEqual({ kind: "never", next: "2026-03-08T03:00" });
  });

  test("Toronto shows half past one twice on 1 November 2026, and both are found; Vancouver no longer does", () => {
    const [first, second] = [new Date("2026-11-01T05:30Z"), new Date("2026-11-01T06:30Z")];
    expect(instantsOf("America/Toronto", "2026-11-01T01:30")).toEqual([first, second]);
    expect(resolveWall("America/Toronto", "2026-11-01T01:30")).toEqual({ kind: "twice", first, second });
    expect(resolveWall("America/Vancouver", "2026-11-01T01:30")).toEqual({
      kind: "once",
      instant: new Date("2026-11-01T08:30Z"),
    });
  });

  test("what is no time of any clock is refused, and so is a zone that is none", () => {
    for (const wall of ["2026-02-30T10:00", "2026-12-15", "2026-12-15T24:00", "2026-12-15T09:00Z", "soon"])
      expect(() => instantsOf("America/Toronto", wall), wall).toThrow("is no wall time");
    expect(() => offsetAt("+05:00", new Date())).toThrow("no clock is known");
  });
});

/** Zones whose law did not change in 2026, as Morocco's and Cuba's did too: there the platform's own copy is a second opinion. */
const unchanged = zones.filter((it) => !/Vancouver|Edmonton|Inuvik|Winnipeg|Casablanca|Havana/.test(it));

test("where no law changed in 2026, the platform's own data says the same", () => {
  const formats = new Map(
    unchanged.map((it) => [
      it,
      new Intl.DateTimeFormat("en", {
        ...{ timeZone: it, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit" },
        ...{ hour: "2-digit", minute: "2-digit", second: "2-digit" },
      }),
    ]),
  );
  fc.assert(
    fc.property(fc.constantFrom(...unchanged), seconds("1990-01-01", "2037-01-01"), (name, at) => {
      const { year, month, day, hour, minute, second } = Object.fromEntries(
        (formats.get(name)?.formatToParts(at) ?? []).map(({ type, value }) => [type, value]),
      );
      expect(`${name} ${wallAt(name, new Date(at))}`.slice(0, name.length + 17)).toBe(
        `${name} ${year}-${month}-${day}T${hour}:${minute}`,
      );
      expect(second).toBe(String(at.getUTCSeconds()).padStart(2, "0"));
    }),
    often,
  );
});

describe("a day of a zone", () => {
  test("begins and is over where its calendar turns, also where midnight is skipped", () => {
    fc.assert(
      fc.property(anywhere, ({ name, at }) => {
        // Until 2011 Newfoundland put its clocks back at a minute past midnight, into the day before: its calendar turned twice.
        fc.pre(name !== "America/St_Johns" || at.getUTCFullYear() > 2011);
        const day = dayAt(name, at);
        const [begins, ends] = [startOfDay(name, day), endOfDay(name, day)];
        expect(begins <= at && at < ends).toBe(true);
        expect(dayAt(name, begins)).toBe(day);
        expect(dayAt(name, new Date(begins.getTime() - 1)) < day).toBe(true);
        expect(dayAt(name, ends) > day).toBe(true);
      }),
      often,
    );
  });

  test("is as long as its clock makes it", () => {
    const hours = (name: string, day: string) =>
      (Number(endOfDay(name, day)) - Number(startOfDay(name, day))) / 3_600_000;
    expect(hours("America/Toronto", "2026-03-08")).toBe(23);
    expect(hours("America/Toronto", "2026-11-01")).toBe(25);
    expect(hours("America/Vancouver", "2026-11-01")).toBe(24);
    expect(endOfDay("America/Vancouver", "2026-12-14")).toEqual(new Date("2026-12-15T07:00Z"));
  });
});

test("what goes with a page says of its years what the server says", () => {
  const [from, until] = [Date.UTC(2007, 0), Date.UTC(2060, 0)];
  for (const name of zones) {
    const rules = findRules(name);
    if (!rules) throw new Error(name);
    const packed = packRules(rules, from, until);
    expect(packed.length, name).toBeLessThan(900);
    const given = unpackRules(packed);
    for (const at of [from, until, ...rules.turns.filter((it) => it > from && it < until)])
      for (const near of [at - 60_000, at, at + 60_000])
        if (near >= from && near <= until)
          expect([name, near, offsetIn(given, near)]).toEqual([name, near, offsetIn(rules, near)]);
  }
});
