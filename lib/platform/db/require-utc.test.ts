import { Client } from "pg";
import { expect, test } from "vitest";
import { db } from "./client";
import { requireUtc } from "./require-utc";

const at = new Date("2026-12-15T06:30:00.123Z");

test("a moment written through Prisma is that moment in SQL, and back", async () => {
  const [session] = await db.$queryRaw<{ TimeZone: string }[]>`SHOW timezone`;
  expect(session).toEqual({ TimeZone: "UTC" });
  const { id } = await db.person.create({ data: { email: "moment@demo.example", createdAt: at } });
  const [row] = await db.$queryRaw<{ text: string; epoch: string }[]>`
    SELECT "createdAt"::text AS "text", EXTRACT(EPOCH FROM "createdAt")::text AS "epoch"
    FROM "Person" WHERE "id" = ${id}::uuid`;
  expect(row).toEqual({ text: "2026-12-15 06:30:00.123+00", epoch: "1797316200.123000" });
  await db.$executeRaw`UPDATE "Person" SET "createdAt" = '2026-12-15T01:30:00.123-05:00' WHERE "id" = ${id}::uuid`;
  expect(await db.person.findUnique({ where: { id } })).toMatchObject({ createdAt: at });
  const [back] = await db.$queryRaw<{ createdAt: Date }[]>`SELECT "createdAt" FROM "Person" WHERE "id" = ${id}::uuid`;
  expect(back).toEqual({ createdAt: at });
});

test("a connection that begins in another zone is set to UTC before it is used", async () => {
  const client = new Client({ connectionString: process.env.DATABASE_URL, options: "-c timezone=America/Winnipeg" });
  await client.connect();
  await requireUtc(client);
  expect((await client.query("SHOW timezone")).rows).toEqual([{ TimeZone: "UTC" }]);
  await client.end();
});

test("a connection on which UTC does not hold is refused, and its zone is named", async () => {
  // What a pooler does that gives each statement another session.
  const query = async () => ({ rows: [{ TimeZone: "America/Winnipeg" }] });
  await expect(requireUtc({ query } as unknown as Client)).rejects.toThrow("stays in the time zone America/Winnipeg");
});
