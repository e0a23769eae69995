import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { changeProfile } from "@/lib/accounts/write.profile";
import { verifyRecord } from "@/lib/activity/read.heads";
import { db } from "@/lib/platform/db/client";
import { as, given } from "@/tests/support/builders";
import { erasePerson } from "./erase-person";

const ownerUrl = process.env.DATABASE_OWNER_URL ?? "";
const owner = new pg.Client({ connectionString: ownerUrl });
const name = "Wilhelmina Ottokar";
const nameNow = "Wilhelmina Ottokar-Byrne";
let person: Awaited<ReturnType<typeof given.person>>;
let positionId: string;

type Line = [table: string, key: string, was: string | null, is: string | null];

const readLines = async () => {
  const { rows } = await owner.query<{ rows: Line[] }>(`SELECT "rows" FROM "Activity" ORDER BY "id" DESC LIMIT 1`);
  return rows[0]?.rows ?? [];
};

beforeAll(async () => {
  await owner.connect();
  const organization = await given.organization();
  person = await given.representative(organization, { name });
  const mandated = await given.signatory(organization);
  await owner.query(`UPDATE "Mandate" SET "authorizedBy" = $1 WHERE "personId" = $2`, [`${name}, chair`, mandated.id]);
  const proposition = await given.proposition();
  positionId = (await given.standing({ organization, proposition })).id;
  await owner.query(
    `INSERT INTO "PositionStep" ("positionId", "number", "kind", "revision", "at", "actorId", "authorizedBy", "instrument", "instrumentDate")
     VALUES ($1, 10, 'submitted', 1, now(), gen_random_uuid(), $2, 'Minute 4', now())`,
    [positionId, `${name}, chair`],
  );
  // A record begins with everything that stands, so that nothing was made behind its back.
  await changeProfile(await as(person), { name: nameNow });
  person = { ...person, name: nameNow };
});
afterAll(async () => {
  await owner.end();
  await db.$disconnect();
});

test("what an erasure changed stands in the record, each row with its digests, and verifying finds all as recorded", async () => {
  expect(await verifyRecord()).toMatchObject({ firstBad: null, differs: null });
  const formerNames = [name];
  const { code, chosen } = await erasePerson(ownerUrl, person, { formerNames });
  expect(chosen).toHaveLength(1);
  await erasePerson(ownerUrl, person, { formerNames, confirm: code });
  const lines = await readLines();
  const digest = expect.stringMatching(/^[0-9a-f]{64}$/);
  expect(lines).toContainEqual(["PositionStep", `${positionId}/10`, digest, digest]);
  expect(lines).toContainEqual(["Person", person.id, digest, null]);
  expect(lines.filter(([table, , , is]) => table === "Mandate" && is !== null)).toHaveLength(1);
  expect(await verifyRecord()).toMatchObject({ firstBad: null, differs: null });
});

/** What the record would say of a step that reads so, with every salt there is. */
async function digestStep(row: object) {
  const { rows } = await owner.query<{ digest: string }>(
    `SELECT row_digest(s."salt", row_text($1, c."exempt", c."nested")) AS digest FROM "RowSalt" s, covered_tables() c
     WHERE c."table" = 'PositionStep'`,
    [row],
  );
  return rows.map(({ digest }) => digest);
}

test("after it no guess at the name can be proved: the salts of what was there before are gone", async () => {
  await owner.query("SET timezone = 'UTC'");
  const { rows } = await owner.query(
    `SELECT to_jsonb(s) AS step FROM "PositionStep" s WHERE "positionId" = $1 AND "number" = 10`,
    [positionId],
  );
  const [, , was, is] = (await readLines()).find(([, key]) => key === `${positionId}/10`) ?? [];
  expect(await digestStep(rows[0].step)).toContain(is);
  expect(await digestStep({ ...rows[0].step, authorizedBy: `${name}, chair` })).not.toContain(was);
  expect((await owner.query(`SELECT FROM "RowSalt" WHERE "key" = $1`, [person.id])).rowCount).toBe(0);
});

test("what is changed afterwards in a row that lost a name is named as in any other", async () => {
  await owner.query(`ALTER TABLE "PositionStep" DISABLE TRIGGER USER`);
  await owner.query(
    `UPDATE "PositionStep" SET "authorizedBy" = 'somebody else' WHERE "positionId" = $1 AND "number" = 10`,
    [positionId],
  );
  await owner.query(`ALTER TABLE "PositionStep" ENABLE TRIGGER USER`);
  expect(await verifyRecord()).toMatchObject({ differs: { table: "PositionStep", fault: "changed" } });
});
