import type pg from "pg";

export type Crowd = { organizations: number; propositions: number };

/**
 * Makes the network as large as asked for, from whatever size it has: more organizations of three minds, more propositions, and a stance for nine in ten
 * of their pairs. Made by the database itself, since one at a time they would take hours.
 */
export async function crowd(client: pg.Client, { organizations, propositions }: Crowd): Promise<void> {
  await client.query("SET statement_timeout = 0");
  await client.query(insertOrganizations, [organizations]);
  await client.query(insertPropositions, [propositions]);
  await client.query(insertWordings);
  for (const statement of [insertPositions, insertRevisions, standing]) await client.query(statement);
  await client.query("ANALYZE");
}

const insertOrganizations = `
  INSERT INTO "Organization" ("id", "slug", "code", "shortEn", "shortFr", "nameEn", "nameFr", "type", "province",
    "workingLanguage", "mandateEn", "mandateFr", "signOffRuleEn", "signOffRuleFr", "signOffKind", "signOffTypicalDays",
    "status", "listing", "fictional")
  SELECT gen_random_uuid(), 'crowd-' || n, 'c' || n, 'Crowd ' || n, 'Foule ' || n, 'Crowd number ' || n, 'Foule numéro ' || n,
    'peacebuilding', 'ON', 'en', '', '', '', '', 'delegated', 5, 'member', 'public', true
  FROM generate_series((SELECT count(*) + 1 FROM "Organization" WHERE "status" = 'member'), $1::int) n`;

const insertPropositions = `
  INSERT INTO "Proposition" ("id", "slug", "number", "themeId", "regimeArea", "currentVersion")
  SELECT gen_random_uuid(), 'further-' || n, n, (SELECT "id" FROM "Theme" ORDER BY "sort" OFFSET n % 12 LIMIT 1), 'practice', 1
  FROM generate_series((SELECT max("number") + 1 FROM "Proposition"), $1::int) n`;

const insertWordings = `
  INSERT INTO "PropositionVersion" ("propositionId", "number", "titleEn", "titleFr", "statementEn", "statementFr", "digest")
  SELECT "id", 1, 'Do a further thing, number ' || "number", 'Faire encore une chose, numéro ' || "number",
    'The network should do a further thing.', 'Le réseau devrait faire encore une chose.', md5("slug")
  FROM "Proposition" WHERE "slug" LIKE 'further-%' ON CONFLICT DO NOTHING`;

/** Which pairs say something, and a number from 0 to 99 that says what. */
const pairs = `
  SELECT o."id" AS organization, p."id" AS proposition, abs(hashtext(o."slug" || p."slug")) % 100 AS chance,
    (abs(hashtext(o."slug")) % 3 = p."number" % 3) AS minded
  FROM "Organization" o CROSS JOIN "Proposition" p WHERE o."status" = 'member'
    AND abs(hashtext(p."slug" || o."slug")) % 10 > 0
    AND NOT EXISTS (SELECT FROM "Position" h WHERE h."organizationId" = o."id" AND h."propositionId" = p."id")`;

const insertPositions = `
  INSERT INTO "Position" ("id", "organizationId", "propositionId", "version")
  SELECT gen_random_uuid(), organization, proposition, 1 FROM (${pairs}) AS said`;

const insertRevisions = `
  INSERT INTO "PositionRevision" ("positionId", "number", "propositionVersion", "stance", "visibility", "authorId", "createdAt",
    "signedOffAt")
  SELECT h."id", 1, p."currentVersion", (CASE
      WHEN chance < 8 THEN 'undecided' WHEN chance < 14 THEN 'stand_aside' WHEN chance < 16 THEN 'no_mandate'
      WHEN (chance < 84) = (o_minded) THEN 'support' ELSE 'oppose' END)::"Stance",
    'public', gen_random_uuid(), now(), now()
  FROM (SELECT h2.*, abs(hashtext(o."slug" || p2."slug")) % 100 AS chance,
      abs(hashtext(o."slug")) % 3 = p2."number" % 3 AS o_minded
    FROM "Position" h2 JOIN "Organization" o ON o."id" = h2."organizationId" JOIN "Proposition" p2 ON p2."id" = h2."propositionId"
    WHERE h2."standing" IS NULL AND h2."draft" IS NULL) AS h
  JOIN "Proposition" p ON p."id" = h."propositionId"`;

const standing = `
  UPDATE "Position" SET "standing" = 1, "standingSince" = now(), "reviewBy" = current_date + 365
  WHERE "standing" IS NULL AND "draft" IS NULL`;
