import { afterEach, expect, test, vi } from "vitest";
import { db } from "./client";
import { readReadiness } from "./readiness";

afterEach(() => vi.restoreAllMocks());

// Attack 25: a question that anybody may ask, and that no measure counts.
test("however many ask at once whether the node is ready, the database is asked once", async () => {
  expect(await readReadiness()).toMatchObject({ status: "ready", database: true });
  const { concertedDb } = globalThis as typeof globalThis & { concertedDb: typeof db };
  const queries = vi.spyOn(concertedDb, "$queryRaw");
  const answers = await Promise.all(Array.from({ length: 500 }, () => readReadiness()));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set(["ready"]));
  expect(queries).toHaveBeenCalledTimes(1);
  await readReadiness();
  expect(queries).toHaveBeenCalledTimes(2);
});

test("a nightly batch that is older than 26 hours, or never ran, is a warning, and no reason to send nobody here", async () => {
  const warnings = async (hours: number | null) => {
    await db.$executeRaw`UPDATE "Network" SET "concealedAt" = now() - make_interval(mins => ${hours === null ? null : hours * 60}::int)`;
    const { status, warnings } = await readReadiness();
    expect(status).toBe("ready");
    return warnings;
  };
  expect(await warnings(25)).not.toContain("nightlyBatchOverdue");
  expect(await warnings(27)).toContain("nightlyBatchOverdue");
  expect(await warnings(null)).toContain("nightlyBatchOverdue");
});

test("a database that does not answer is told, and asked again the next time", async () => {
  await db.network.count();
  const { concertedDb } = globalThis as typeof globalThis & { concertedDb: typeof db };
  vi.spyOn(concertedDb, "$queryRaw").mockRejectedValueOnce(new Error("down"));
  expect(await readReadiness()).toMatchObject({ status: "notReady", database: false });
  expect(await readReadiness()).toMatchObject({ status: "ready" });
});

test("it says which zone data is read, and on which clocks Node's and PostgreSQL's copies differ, and is ready all the same", async () => {
  const { status, zoneData } = await readReadiness();
  expect(status).toBe("ready");
  expect(zoneData).toMatchObject({ version: "2026f", node: { version: process.versions.tz } });
  // What each copy says of one moment, asked without any of our own arithmetic.
  const at = new Date("2027-01-15T12:00:00Z");
  const hour = new Intl.DateTimeFormat("en", { timeZone: "America/Winnipeg", hour: "2-digit", hourCycle: "h23" });
  const [row] = await db.$queryRaw<{ hour: number }[]>`
    SELECT EXTRACT(HOUR FROM ${at} AT TIME ZONE 'America/Winnipeg')::int AS "hour"`;
  expect(zoneData?.node.differs.includes("America/Winnipeg")).toBe(hour.format(at) !== "07");
  expect(zoneData?.database.differs.includes("America/Winnipeg")).toBe(row?.hour !== 7);
  for (const { differs } of [zoneData?.node, zoneData?.database].filter((it) => it !== undefined))
    expect(differs).not.toContain("America/Regina");
});
