import type pg from "pg";

/**
 * A register as large as a continent's: so many members, each with a standing position on so many propositions. Made by the
 * database itself, past triggers and keys that hold what people write: row by row it would take an hour.
 */
export async function growRegister(client: pg.Client, organizations: number, propositions: number) {
  await client.query("SET session_replication_role = replica");
  await client.query("SET maintenance_work_mem = '256MB'");
  for (const { sql, values } of rows(organizations, propositions)) await client.query(sql, values);
  await client.query("SET session_replication_role = DEFAULT");
  await client.query("VACUUM ANALYZE");
}

/** A meeting to which two hundred organizations are asked, with forty items and an update of each. */
export async function growBriefing(client: pg.Client, slug: string) {
  await client.query("SET session_replication_role = replica");
  for (const sql of meetingRows) await client.query(sql, [slug]);
  await client.query("SET session_replication_role = DEFAULT");
  await client.query("VACUUM ANALYZE");
}

const meetingRows = [
  `INSERT INTO "BriefingInvitee" ("id", "briefingId", "organizationId")
     SELECT gen_random_uuid(), b."id", o."id" FROM "Briefing" b
     CROSS JOIN (SELECT "id" FROM "Organization" WHERE "status" = 'member' ORDER BY "slug" DESC LIMIT 200) o
     WHERE b."slug" = $1 ON CONFLICT DO NOTHING`,
  `INSERT INTO "AgendaItem" ("id", "briefingId", "number", "kind", "recommendationId", "minutes", "whyEn", "whyFr", "leadId", "createdAt")
     SELECT gen_random_uuid(), b."id", taken."last" + row_number() OVER (ORDER BY r."ref"), 'recommendation', r."id", 5,
       'It waits for an answer.', 'On attend une réponse.', b."hostId", now()
     FROM "Briefing" b
     CROSS JOIN LATERAL (SELECT coalesce(max("number"), 0) AS "last" FROM "AgendaItem" WHERE "briefingId" = b."id") taken
     CROSS JOIN LATERAL (SELECT * FROM "Recommendation" ORDER BY "ref" LIMIT 40 - taken."last") r
     WHERE b."slug" = $1`,
  `INSERT INTO "UpdateFiling" ("briefingId", "organizationId", "filedAt")
     SELECT i."briefingId", i."organizationId", now() FROM "BriefingInvitee" i JOIN "Briefing" b ON b."id" = i."briefingId"
     WHERE b."slug" = $1 AND i."organizationId" IS NOT NULL ON CONFLICT DO NOTHING`,
  `INSERT INTO "MemberUpdate" ("briefingId", "organizationId", "number", "whatEn", "whatFr")
     SELECT f."briefingId", f."organizationId", n, 'A round of hearings.', 'Une série d’audiences.'
     FROM "UpdateFiling" f JOIN "Briefing" b ON b."id" = f."briefingId" CROSS JOIN generate_series(1, 2) n
     WHERE b."slug" = $1 ON CONFLICT DO NOTHING`,
];

/** Six in ten support; the rest is spread over every other answer. Seven in ten are public; of the others most for the network. */
const answers = {
  stance: `(ARRAY['support','support','support','support','support','support','support_with_reservation','oppose','undecided','stand_aside'])[1 + (o."place" * 7 + p."number") % 10]::"Stance"`,
  visibility: `(ARRAY['public','public','public','public','public','public','public','network','network','organization'])[1 + (o."place" * 3 + p."number") % 10]::"Visibility"`,
};

const rows = (organizations: number, propositions: number) => [
  {
    sql: `INSERT INTO "Organization" ("id", "slug", "code", "shortEn", "shortFr", "nameEn", "nameFr", "type", "province",
       "workingLanguage", "mandateEn", "mandateFr", "signOffRuleEn", "signOffRuleFr", "signOffKind", "signOffTypicalDays",
       "status", "listing", "fictional")
     SELECT gen_random_uuid(), 'scale-' || n, 's' || n, 'Scale ' || n, 'Échelle ' || n, 'Scale ' || n, 'Échelle ' || n,
       'peacebuilding', 'ON', 'en', '', '', '', '', 'delegated', 5, 'member', 'public', true
     FROM generate_series(1, $1::int - (SELECT count(*) FROM "Organization" WHERE "status" = 'member')) n`,
    values: [organizations],
  },
  {
    sql: `INSERT INTO "Proposition" ("id", "slug", "number", "regimeArea", "themeId", "currentVersion")
     SELECT gen_random_uuid(), 'scale-' || n, n, t."regimeArea", t."id", 1
     FROM generate_series((SELECT max("number") + 1 FROM "Proposition"), $1::int) n
     JOIN (SELECT *, row_number() OVER (ORDER BY "sort") - 1 AS place, count(*) OVER () AS all FROM "Theme") t ON t.place = n % t.all`,
    values: [propositions],
  },
  {
    sql: `INSERT INTO "PropositionVersion" ("propositionId", "number", "titleEn", "titleFr", "statementEn", "statementFr", "digest")
     SELECT p."id", 1, 'Proposition ' || p."number", 'Proposition ' || p."number", 'A sentence.', 'Une phrase.', p."slug"
     FROM "Proposition" p WHERE p."slug" LIKE 'scale-%'`,
    values: [],
  },
  // With the copy of what stands, which a trigger makes for everybody else.
  {
    sql: `INSERT INTO "Position" ("id", "organizationId", "propositionId", "version", "standing", "standingSince", "reviewBy",
       "standingStance", "standingVisibility", "standingWording")
     SELECT gen_random_uuid(), o."id", p."id", 2, 1, now(), current_date + 365, ${answers.stance}, ${answers.visibility}, 1
     FROM (SELECT "id", substr("slug", 7)::int AS "place" FROM "Organization" WHERE "slug" LIKE 'scale-%') o
     CROSS JOIN "Proposition" p`,
    values: [],
  },
  {
    sql: `INSERT INTO "PositionRevision" ("positionId", "number", "propositionVersion", "stance", "reservationEn", "visibility",
       "authorId", "createdAt", "signedOffAt")
     SELECT h."id", 1, 1, h."standingStance",
       CASE WHEN h."standingStance" = 'support_with_reservation' THEN 'Not without those whom it concerns.' END,
       h."standingVisibility", gen_random_uuid(), now(), now()
     FROM "Position" h JOIN "Organization" o ON o."id" = h."organizationId" WHERE o."slug" LIKE 'scale-%'`,
    values: [],
  },
  {
    sql: `INSERT INTO "PositionStep" ("positionId", "number", "kind", "revision", "at", "actorId", "authorizedBy", "instrument",
       "instrumentDate")
     SELECT h."id", 1, 'signed_off', 1, now(), gen_random_uuid(), 'Board', 'Resolution 1', current_date
     FROM "Position" h JOIN "Organization" o ON o."id" = h."organizationId" WHERE o."slug" LIKE 'scale-%'`,
    values: [],
  },
];
