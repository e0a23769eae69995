import { afterAll, describe, expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { db } from "../db/client";
import { Prisma } from "../generated/prisma/client";
import { dayAt } from "./offset-at";
import { sqlDayIn } from "./sql-day";
import { currentZones, findRules, toCurrentZone, zoneNames } from "./zone-data";

afterAll(() => db.$disconnect());

const isKnownToDatabase = async (names: readonly string[]) => {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT n."name" FROM unnest(${names}::text[]) AS n ("name") WHERE is_time_zone(n."name") ORDER BY 1`;
  return rows.map(({ name }) => name);
};

describe("the names of zones", () => {
  test("every city goes by its name of today, and every earlier name leads to one with the same clock", () => {
    expect(toCurrentZone("America/Coral_Harbour")).toBe("America/Atikokan");
    expect(toCurrentZone("Asia/Calcutta")).toBe("Asia/Kolkata");
    expect(toCurrentZone("Europe/Kiev")).toBe("Europe/Kyiv");
    expect(toCurrentZone("Canada/Pacific")).toBe("America/Vancouver");
    expect(toCurrentZone("Etc/UTC")).toBe("UTC");
    for (const name of zoneNames) {
      const current = toCurrentZone(name);
      if (current === null) continue;
      expect(currentZones.has(current), current).toBe(true);
      expect([name, findRules(name)?.offsets.at(-1)]).toEqual([name, findRules(current)?.offsets.at(-1)]);
    }
  });

  test("every zone that is offered has a clock", () => {
    for (const name of currentZones) expect(findRules(name), name).not.toBeNull();
  });

  test("the database knows exactly the zones of the data: with a new copy comes a migration", async () => {
    expect(new Set(await isKnownToDatabase([...zoneNames, ...currentZones]))).toEqual(currentZones);
  });

  test("an offset, an abbreviation and a name of before are kept nowhere", async () => {
    const none = ["+05:00", "-05", "Etc/GMT+5", "EST", "EST5EDT", "America/Coral_Harbour", "America/Toronto ", ""];
    expect(await isKnownToDatabase(none)).toEqual([]);
    const { id } = await db.person.create({ data: { email: "zones@demo.example" } });
    for (const timeZone of none)
      await expect(db.person.update({ where: { id }, data: { timeZone } }), timeZone).rejects.toThrow();
    await expect(db.network.update({ where: { id: 1 }, data: { timeZone: "+05:00" } })).rejects.toThrow();
  });

  test("whoever comes new reads the network's clock, wherever that is", async () => {
    const { timeZone } = await db.network.findUniqueOrThrow({ where: { id: 1 } });
    await db.network.update({ where: { id: 1 }, data: { timeZone: "America/Vancouver" } });
    const person = await db.person.create({ data: { email: "new@demo.example" } });
    await db.network.update({ where: { id: 1 }, data: { timeZone } });
    expect(person.timeZone).toBe("America/Vancouver");
  });
});

test("a day that the database reckons is the day of the resolver, also where PostgreSQL's own data is older", async () => {
  const now = new Date("2027-12-31T00:00:00Z");
  const zones = [
    "America/Vancouver",
    "America/Winnipeg",
    "America/St_Johns",
    "Pacific/Kiritimati",
    "Asia/Tokyo",
    "UTC",
  ];
  const moment = fc.integer({ min: Date.UTC(1995, 0), max: now.getTime() }).map((it) => new Date(it));
  for (const zone of zones) {
    const random = fc.sample(moment, 200);
    const turns = (findRules(zone)?.turns ?? []).filter((it) => it > 0 && it < now.getTime());
    const near = turns.flatMap((it) => [-1, 0, 1].map((by) => new Date(it + by)));
    const midnights = Array.from({ length: 48 }, (_, hour) => new Date(Date.UTC(2026, 11, 15, 0, hour * 30)));
    const moments = [...random, ...near, ...midnights];
    const rows = await db.$queryRaw<{ day: string }[]>`
      SELECT ${sqlDayIn(zone, Prisma.sql`m."at"`, now)}::text AS "day"
      FROM unnest(${moments.map((it) => it.toISOString())}::timestamptz[]) WITH ORDINALITY AS m ("at", "number")
      ORDER BY m."number"`;
    expect(rows.map(({ day }) => day)).toEqual(moments.map((it) => dayAt(zone, it)));
  }
});
