import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

const app = new Client({ connectionString: process.env.DATABASE_URL });
const owner = new Client({ connectionString: process.env.DATABASE_OWNER_URL });

/** Each kind of change to each table that calls itself append-only: what the schema says of itself, no list of ours. */
let guarded: { table: string; event: string }[];

beforeAll(async () => {
  await Promise.all([app.connect(), owner.connect()]);
  const { rows } = await owner.query(
    `SELECT DISTINCT event_object_table AS table, event_manipulation AS event FROM information_schema.triggers
      WHERE trigger_name LIKE 'append_only%'
     UNION SELECT c.relname, 'TRUNCATE' FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      WHERE t.tgname = 'append_only_whole' ORDER BY 1, 2`,
  );
  guarded = rows;
  await owner.query(`
    INSERT INTO "Theme" VALUES ('00000000-0000-4000-8000-000000000001', 't', 'practice', 't', 't', 1);
    INSERT INTO "Proposition" ("id", "slug", "number", "themeId", "regimeArea")
      VALUES ('00000000-0000-4000-8000-000000000002', 'p', 1, '00000000-0000-4000-8000-000000000001', 'practice');
    INSERT INTO "PropositionVersion" VALUES ('00000000-0000-4000-8000-000000000002', 1, 't', 't', 's', 's', 'd');
    INSERT INTO "Organization" ("id", "slug", "code", "shortEn", "shortFr", "nameEn", "nameFr", "type", "province",
      "workingLanguage", "mandateEn", "mandateFr", "signOffRuleEn", "signOffRuleFr", "signOffKind", "signOffTypicalDays")
      SELECT id::uuid, slug, slug, 'o', 'o', 'o', 'o', 'legal', 'ON', 'en', '', '', '', '', 'vote', 1
      FROM (VALUES ('00000000-0000-4000-8000-000000000003', 'o'), ('00000000-0000-4000-8000-000000000007', 'p')) AS o (id, slug);
    INSERT INTO "Position" ("id", "organizationId", "propositionId") VALUES ('00000000-0000-4000-8000-000000000004',
      '00000000-0000-4000-8000-000000000003', '00000000-0000-4000-8000-000000000002');
    INSERT INTO "PositionRevision" ("positionId", "number", "propositionVersion", "stance", "visibility", "authorId",
      "createdAt") VALUES ('00000000-0000-4000-8000-000000000004', 1, 1, 'support', 'network',
      '00000000-0000-4000-8000-000000000005', now());
    INSERT INTO "PositionRevision" ("positionId", "number", "propositionVersion", "stance", "reservationEn", "visibility",
      "authorId", "createdAt", "signedOffAt") VALUES ('00000000-0000-4000-8000-000000000004', 2, 1,
      'support_with_reservation', 'r', 'network', '00000000-0000-4000-8000-000000000005', now(), now());
    INSERT INTO "PositionStep" ("positionId", "number", "kind", "revision", "at", "actorId")
      VALUES ('00000000-0000-4000-8000-000000000004', 1, 'drafted', 1, now(), '00000000-0000-4000-8000-000000000005');
    INSERT INTO "OrganizationStep" ("organizationId", "number", "decision", "at", "to")
      VALUES ('00000000-0000-4000-8000-000000000003', 1, 'apply', now(), 'applied');
    INSERT INTO "Proposal" ("id", "organizationId", "authorId", "themeId", "regimeArea", "createdAt")
      VALUES ('00000000-0000-4000-8000-000000000007', '00000000-0000-4000-8000-000000000003',
      '00000000-0000-4000-8000-000000000005', '00000000-0000-4000-8000-000000000001', 'practice', now());
    INSERT INTO "ProposalStep" ("proposalId", "number", "act", "at", "actorId", "parity")
      VALUES ('00000000-0000-4000-8000-000000000007', 1, 'drafted', now(), '00000000-0000-4000-8000-000000000005', 'pending');
    INSERT INTO "OrganizationText" VALUES ('00000000-0000-4000-8000-000000000003', 1, now(), NULL, false, 'o', 'o', 'o', 'o',
      'legal', 'ON', 'en', '', '', NULL, 'network', '', '', 'vote', 1, NULL, NULL);
    INSERT INTO "PositionImport" VALUES ('00000000-0000-4000-8000-000000000006', '00000000-0000-4000-8000-000000000003',
      '00000000-0000-4000-8000-000000000005', now(), 'd', 1);
    INSERT INTO "PositionImportRow" VALUES ('00000000-0000-4000-8000-000000000006', '00000000-0000-4000-8000-000000000004', 1);
    INSERT INTO "JoinStep" VALUES ('00000000-0000-4000-8000-000000000004', 2, '00000000-0000-4000-8000-000000000007', 1,
      'given', 'network', now(), '00000000-0000-4000-8000-000000000005', false, NULL, 'b', 'r', now());
    INSERT INTO "ExplanationStep" VALUES ('00000000-0000-4000-8000-000000000004', 2, 1, 'given', 'e', NULL, 'network',
      now(), '00000000-0000-4000-8000-000000000005', false, NULL, 'b', 'r', now());
    INSERT INTO "TalkingPoint" ("id", "slug", "kind", "status", "openedVersion", "reviewBy", "proposedById", "createdAt")
      VALUES ('00000000-0000-4000-8000-000000000008', 't', 'line', 'in_discussion', 1, now(),
      '00000000-0000-4000-8000-000000000003', now());
    INSERT INTO "TalkingPointVersion" ("talkingPointId", "number", "digest", "titleEn", "change", "organizationId", "authorId",
      "createdAt") VALUES ('00000000-0000-4000-8000-000000000008', 1, 'd', 't', 'material',
      '00000000-0000-4000-8000-000000000003', '00000000-0000-4000-8000-000000000005', now());
    INSERT INTO "TalkingPointStep" ("talkingPointId", "number", "status", "version", "at", "organizationId", "actorId")
      VALUES ('00000000-0000-4000-8000-000000000008', 1, 'in_discussion', 1, now(), '00000000-0000-4000-8000-000000000003',
      '00000000-0000-4000-8000-000000000005');
    INSERT INTO "TalkingPointTheme" VALUES ('00000000-0000-4000-8000-000000000008', 1, '00000000-0000-4000-8000-000000000001');
    INSERT INTO "TalkingPointProposition" VALUES ('00000000-0000-4000-8000-000000000008', 1,
      '00000000-0000-4000-8000-000000000002');
    INSERT INTO "TalkingPointClause" ("talkingPointId", "version", "number", "key", "kind", "en", "authorId") VALUES
      ('00000000-0000-4000-8000-000000000008', 1, 1, 'c', 'proof', 'e', '00000000-0000-4000-8000-000000000005');
    INSERT INTO "TalkingPointParity" ("talkingPointId", "version", "clauseKey", "number", "parity", "organizationId", "actorId",
      "at") VALUES ('00000000-0000-4000-8000-000000000008', 1, 'c', 1, 'equal', '00000000-0000-4000-8000-000000000003',
      '00000000-0000-4000-8000-000000000005', now());
    INSERT INTO "VersionContest" ("talkingPointId", "version", "organizationId", "clauseKey", "reasonEn", "at", "actorId",
      "authorizedBy", "instrument", "instrumentDate") VALUES ('00000000-0000-4000-8000-000000000008', 1,
      '00000000-0000-4000-8000-000000000003', 'c', 'r', now(), '00000000-0000-4000-8000-000000000005', 'b', 'r', now());
    INSERT INTO "EndorsementStep" ("talkingPointId", "organizationId", "number", "kind", "version", "digest", "response",
      "usage", "reservationEn", "at", "actorId", "authorizedBy", "instrument", "instrumentDate") VALUES
      ('00000000-0000-4000-8000-000000000008', '00000000-0000-4000-8000-000000000003', 1, 'given', 1, 'd',
      'endorse_with_reservation', 'will_use', 'r', now(), '00000000-0000-4000-8000-000000000005', 'b', 'r', now());
    INSERT INTO "ReservationJoin" ("talkingPointId", "organizationId", "step", "joinedById", "number", "kind", "at", "actorId",
      "authorizedBy", "instrument", "instrumentDate") VALUES ('00000000-0000-4000-8000-000000000008',
      '00000000-0000-4000-8000-000000000003', 1, '00000000-0000-4000-8000-000000000007', 1, 'given', now(),
      '00000000-0000-4000-8000-000000000005', 'b', 'r', now());
    INSERT INTO "Amendment" ("id", "talkingPointId", "number", "version", "kind", "state", "organizationId", "authorId",
      "clauseKey", "wordsEn", "summaryEn", "reasonEn", "createdAt", "openedAt") VALUES
      ('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-000000000008', 1, 1, 'words', 'open',
      '00000000-0000-4000-8000-000000000003', '00000000-0000-4000-8000-000000000005', 'c', 'w', 's', 'r', now(), now());
    INSERT INTO "AmendmentStep" ("talkingPointId", "amendmentId", "number", "kind", "at", "organizationId", "actorId") VALUES
      ('00000000-0000-4000-8000-000000000008', '00000000-0000-4000-8000-00000000000a', 1, 'opened', now(),
      '00000000-0000-4000-8000-000000000003', '00000000-0000-4000-8000-000000000005');
    INSERT INTO "TalkingPointComment" ("id", "talkingPointId", "version", "language", "organizationId", "authorId", "at") VALUES
      ('00000000-0000-4000-8000-000000000009', '00000000-0000-4000-8000-000000000008', 1, 'en',
      '00000000-0000-4000-8000-000000000003', '00000000-0000-4000-8000-000000000005', now());
    INSERT INTO "TalkingPointCommentStep" ("commentId", "number", "kind", "text", "organizationId", "actorId", "at") VALUES
      ('00000000-0000-4000-8000-000000000009', 1, 'said', 't', '00000000-0000-4000-8000-000000000003',
      '00000000-0000-4000-8000-000000000005', now());
    INSERT INTO "ClauseMark" ("id", "talkingPointId", "version", "clauseKey", "organizationId", "number", "mark", "at", "actorId",
      "authorizedBy", "instrument", "instrumentDate") VALUES ('00000000-0000-4000-8000-000000000009',
      '00000000-0000-4000-8000-000000000008', 1, 'c', '00000000-0000-4000-8000-000000000003', 1, 'cannot_sign', now(),
      '00000000-0000-4000-8000-000000000005', 'b', 'r', now());
    INSERT INTO "RedLineNote" VALUES ('00000000-0000-4000-8000-000000000008', 1, 'c', true, now());
    INSERT INTO "NoObjectionRound" ("id", "talkingPointId", "number", "version", "digest", "state", "organizationId",
      "workingDays", "createdAt", "opensAt", "endedAt") VALUES ('00000000-0000-4000-8000-00000000000a',
      '00000000-0000-4000-8000-000000000008', 1, 1, 'd', 'stopped', '00000000-0000-4000-8000-000000000003', 5, now(), now(), now());
    INSERT INTO "RoundObjection" ("roundId", "version", "organizationId", "reasonEn", "named", "at", "actorId", "authorizedBy",
      "instrument", "instrumentDate") VALUES ('00000000-0000-4000-8000-00000000000a', 1,
      '00000000-0000-4000-8000-000000000003', 'r', false, now(), '00000000-0000-4000-8000-000000000005', 'b', 'r', now());
    INSERT INTO "RoundStep" ("roundId", "number", "kind", "version", "at") VALUES ('00000000-0000-4000-8000-00000000000a', 1,
      'opened', 1, now());
    INSERT INTO "Briefing" ("id", "slug", "kind", "attribution", "hostId", "minutes", "zone", "stampedAt", "createdAt") VALUES
      ('00000000-0000-4000-8000-00000000000b', 'b', 'civil_society', 'chatham_house', '00000000-0000-4000-8000-000000000003',
      60, 'America/Toronto', now(), now());
    INSERT INTO "BriefingStep" ("briefingId", "number", "kind", "at") VALUES
      ('00000000-0000-4000-8000-00000000000b', 1, 'planned', now());
    SELECT record_activity(now(), 'position.drafted', NULL, false, 'position/x', '{}', 'x')`);
});
afterAll(() => Promise.all([app.end(), owner.end()]));

const statements: Record<string, (table: string, column: string) => string> = {
  UPDATE: (table, column) => `UPDATE "${table}" SET "${column}" = "${column}"`,
  DELETE: (table) => `DELETE FROM "${table}"`,
  TRUNCATE: (table) => `TRUNCATE "${table}" CASCADE`,
};

const columnOf: Record<string, string> = {
  Activity: "kind",
  OrganizationText: "version",
  PositionRevision: "rationaleEn",
  PositionImport: "digest",
  PositionImportRow: "revision",
  TalkingPointComment: "version",
  RedLineNote: "version",
  RoundObjection: "version",
  TalkingPointProposition: "version",
  TalkingPointTheme: "version",
  VersionContest: "version",
};
const write = (table: string, event: string) => statements[event]?.(table, columnOf[table] ?? "number") ?? "";

test("the tables that hold what was said are append-only", () => {
  const tables = [...new Set(guarded.map(({ table }) => table))];
  expect(tables).toEqual(
    expect.arrayContaining([
      "Activity",
      "BriefingStep",
      "ClauseMark",
      "EndorsementStep",
      "OrganizationStep",
      "OrganizationText",
      "PositionRevision",
      "PositionStep",
      "ProposalStep",
      "PropositionVersion",
      "TalkingPointClause",
      "TalkingPointComment",
      "TalkingPointCommentStep",
      "TalkingPointVersion",
    ]),
  );
  // A revision's audience may change, what stands beside it may be narrowed, and an import may be undone: the rest of them is held by triggers of their own.
  const updates = guarded.filter(({ event }) => event === "UPDATE").map(({ table }) => table);
  expect(tables.filter((table) => !updates.includes(table))).toEqual([
    "Amendment",
    "AmendmentClause",
    "ExplanationStep",
    "JoinStep",
    "PositionImport",
    "PositionRevision",
  ]);
});

/** A draft is reworded and thrown away; once it is opened, a trigger of its own keeps its words. */
const drafted = ["Amendment", "AmendmentClause"];

test("the app's role may neither change, delete nor empty them", async () => {
  for (const { table } of guarded)
    for (const event of drafted.includes(table) ? ["TRUNCATE"] : ["UPDATE", "DELETE", "TRUNCATE"])
      await expect(app.query(write(table, event)), `${event} ${table}`).rejects.toMatchObject({ code: "42501" });
});

test("whoever owns the tables meets the trigger", async () => {
  for (const { table, event } of guarded)
    await expect(owner.query(write(table, event)), `${event} ${table}`).rejects.toMatchObject({ code: "23000" });
});

test.each([
  `UPDATE "PositionRevision" SET "rationaleEn" = 'other words'`,
  `UPDATE "PositionRevision" SET "stance" = 'oppose'`,
  `UPDATE "PositionRevision" SET "authorId" = gen_random_uuid()`,
])("the words of a revision stay, even for the owner: %s", async (sql) => {
  await expect(owner.query(sql)).rejects.toMatchObject({ code: "23000" });
});

test("a revision is signed off once, and never unsigned", async () => {
  await owner.query(`UPDATE "PositionRevision" SET "signedOffAt" = now() WHERE "number" = 1`);
  for (const value of ["NULL", "now() + interval '1 day'"])
    await expect(app.query(`UPDATE "PositionRevision" SET "signedOffAt" = ${value}`)).rejects.toMatchObject({
      code: "23000",
    });
});

test("an import is undone once, and nothing else of it changes, even for the owner", async () => {
  await expect(owner.query(`UPDATE "PositionImport" SET "digest" = 'e'`)).rejects.toMatchObject({ code: "23000" });
  await app.query(`UPDATE "PositionImport" SET "undoneAt" = now()`);
  await expect(app.query(`UPDATE "PositionImport" SET "undoneAt" = NULL`)).rejects.toMatchObject({ code: "23000" });
});
