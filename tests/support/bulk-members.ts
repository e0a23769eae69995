import pg from "pg";

/**
 * As many more members as this, each with a standing position on the two propositions that come first, and somebody who
 * belongs to it. Made by the database itself, since one at a time they would take minutes.
 */
export async function addMembers(from: number, to: number, connectionString = process.env.DATABASE_OWNER_URL) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    for (const statement of crowd) await client.query(statement, [from, to]);
    await client.query("ANALYZE");
  } finally {
    await client.end();
  }
}

const crowd = [
  `INSERT INTO "Organization" ("id", "slug", "code", "shortEn", "shortFr", "nameEn", "nameFr", "type", "province",
     "workingLanguage", "mandateEn", "mandateFr", "signOffRuleEn", "signOffRuleFr", "signOffKind", "signOffTypicalDays",
     "status", "listing", "fictional")
   SELECT gen_random_uuid(), 'crowd-' || n, 'c' || n, 'Crowd ' || n, 'Foule ' || n, 'Crowd ' || n, 'Foule ' || n,
     'peacebuilding', 'ON', 'en', '', '', '', '', 'delegated', 5, 'member', 'public', true
   FROM generate_series($1::int, $2::int) n`,
  `INSERT INTO "Person" ("id", "email", "name")
   SELECT gen_random_uuid(), 'crowd-' || n || '@test.example', 'Crowd ' || n FROM generate_series($1::int, $2::int) n`,
  `INSERT INTO "Representation" ("personId", "organizationId")
   SELECT p."id", o."id" FROM generate_series($1::int, $2::int) n
   JOIN "Person" p ON p."email" = 'crowd-' || n || '@test.example' JOIN "Organization" o ON o."slug" = 'crowd-' || n`,
  `INSERT INTO "Position" ("id", "organizationId", "propositionId", "version")
   SELECT gen_random_uuid(), o."id", p."id", 2 FROM generate_series($1::int, $2::int) n
   JOIN "Organization" o ON o."slug" = 'crowd-' || n
   CROSS JOIN (SELECT "id" FROM "Proposition" ORDER BY "number" LIMIT 2) p`,
  `INSERT INTO "PositionRevision" ("positionId", "number", "propositionVersion", "stance", "visibility", "authorId", "createdAt", "signedOffAt")
   SELECT h."id", 1, 1, 'support', 'public', gen_random_uuid(), now(), now() FROM generate_series($1::int, $2::int) n
   JOIN "Organization" o ON o."slug" = 'crowd-' || n JOIN "Position" h ON h."organizationId" = o."id"`,
  `INSERT INTO "PositionStep" ("positionId", "number", "kind", "revision", "at", "actorId")
   SELECT h."id", s."number", s."kind"::"StepKind", 1, now(), gen_random_uuid() FROM generate_series($1::int, $2::int) n
   JOIN "Organization" o ON o."slug" = 'crowd-' || n JOIN "Position" h ON h."organizationId" = o."id"
   CROSS JOIN (VALUES (1, 'drafted'), (2, 'signed_off')) s ("number", "kind")`,
  `UPDATE "Position" h SET "standing" = 1, "standingSince" = now(), "reviewBy" = current_date + 365
   FROM generate_series($1::int, $2::int) n JOIN "Organization" o ON o."slug" = 'crowd-' || n
   WHERE h."organizationId" = o."id"`,
];
