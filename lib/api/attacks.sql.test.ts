import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { saveDraft } from "@/lib/positions/write.drafts";
import { signOff } from "@/lib/positions/write.signing";
import { as, given } from "@/tests/support/builders";

// Attack 9: whoever got hold of the application's own access to the database edits what was signed.

const app = new Client({ connectionString: process.env.DATABASE_URL });
let desk: Awaited<ReturnType<typeof given.desk>>;

beforeAll(async () => {
  await app.connect();
  desk = await given.desk();
  const draft = {
    ...desk.positionPath,
    stance: "oppose",
    rationale: { en: "We said so." },
    visibility: "network",
  } as const;
  await saveDraft(desk.drafter, draft, null);
  await signOff(await as(await given.signatory(desk.organization)), { ...desk.positionPath, decision: "sign_off" }, 1);
});
afterAll(() => app.end());

/** Everything that was ever said and done, as it lies there. */
async function readAll() {
  const tables = ["PositionRevision", "PositionStep", "PropositionVersion", "Activity"];
  const read = (table: string) => app.query(`SELECT * FROM "${table}" ORDER BY 1, 2`).then(({ rows }) => rows);
  return JSON.stringify(await Promise.all(tables.map(read)), (_, it) => (typeof it === "bigint" ? String(it) : it));
}

test.each([
  `UPDATE "PositionRevision" SET "rationaleEn" = 'Something else.'`,
  `UPDATE "PositionRevision" SET "stance" = 'support'`,
  `UPDATE "PositionRevision" SET "propositionVersion" = 2`,
  `UPDATE "PositionRevision" SET "authorId" = gen_random_uuid()`,
  `UPDATE "PositionRevision" SET "signedOffAt" = NULL`,
  `UPDATE "PositionRevision" SET "signedOffAt" = now() - interval '1 year'`,
  `DELETE FROM "PositionRevision"`,
  `UPDATE "PositionStep" SET "authorizedBy" = 'Nobody'`,
  `DELETE FROM "PositionStep" WHERE "kind" = 'signed_off'`,
  `UPDATE "PropositionVersion" SET "statementEn" = 'Other words.'`,
  `UPDATE "Activity" SET "actorId" = NULL`,
  `DELETE FROM "Activity"`,
  `TRUNCATE "Activity"`,
  `TRUNCATE "Position" CASCADE`,
  `DELETE FROM "Position"`,
  `UPDATE "Position" SET "id" = gen_random_uuid()`,
  `INSERT INTO "PositionRevision" ("positionId", "number", "propositionVersion", "stance", "visibility", "authorId", "createdAt")
     SELECT "positionId", "number", "propositionVersion", "stance", "visibility", "authorId", "createdAt" FROM "PositionRevision"
     ON CONFLICT ("positionId", "number") DO UPDATE SET "rationaleEn" = 'Something else.'`,
  `MERGE INTO "PositionStep" s USING "PositionStep" t ON s."positionId" = t."positionId" AND s."number" = t."number"
     WHEN MATCHED THEN DELETE`,
])("what was signed cannot be edited by SQL as the application's role: %s", async (statement) => {
  const before = await readAll();
  await expect(app.query(statement)).rejects.toThrow(/permission denied|append-only|never change|foreign key/);
  expect(await readAll()).toBe(before);
});

test.each([
  `ALTER TABLE "PositionRevision" DISABLE TRIGGER USER`,
  `ALTER TABLE "Activity" DISABLE TRIGGER append_only`,
  `DROP TRIGGER words_stay ON "PositionRevision"`,
  `SET session_replication_role = 'replica'`,
  `CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'`,
  `CREATE OR REPLACE FUNCTION keep_words() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'`,
  `ALTER TABLE "PositionRevision" ADD COLUMN "more" text`,
  `ALTER TABLE "Activity" OWNER TO CURRENT_USER`,
  `CREATE TABLE "public"."Another" (x int)`,
  `CREATE RULE quiet AS ON DELETE TO "Activity" DO INSTEAD NOTHING`,
  `DROP TABLE "Activity"`,
  `UPDATE "_prisma_migrations" SET "checksum" = ''`,
  `ALTER ROLE CURRENT_USER SUPERUSER`,
  `CREATE ROLE another`,
  `COPY "Activity" TO PROGRAM 'cat'`,
  `SELECT pg_read_file('/etc/hostname')`,
  `CREATE EXTENSION dblink`,
])("the application's role cannot take the guards away: %s", async (statement) => {
  await expect(app.query(statement)).rejects.toThrow(
    /permission denied|must be owner|must be superuser|denied|Only roles/,
  );
});

test("what the application's role grants to itself it has not got", async () => {
  await app.query(`GRANT UPDATE, DELETE ON "Activity" TO CURRENT_USER`).catch(() => null);
  await expect(app.query(`UPDATE "Activity" SET "actorId" = NULL`)).rejects.toThrow("permission denied");
});

test("by SQL a draft is not signed off without a step, a signed one is not unsigned, and its words stay what they were", async () => {
  await saveDraft(
    desk.drafter,
    { ...desk.positionPath, stance: "support", rationale: { en: "Draft." }, visibility: "network" },
    2,
  );
  const sign = `UPDATE "PositionRevision" SET "signedOffAt" = now() WHERE "signedOffAt" IS NULL`;
  await expect(app.query(sign)).rejects.toThrow("by a step of that moment");
  await expect(app.query(`UPDATE "PositionRevision" SET "signedOffAt" = NULL`)).rejects.toThrow("never change");
});
