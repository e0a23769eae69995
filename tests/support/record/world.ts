import { randomUUID } from "node:crypto";
import type pg from "pg";
import { loadDemonstration } from "../../../prisma/seed/load-demonstration";
import { readDemonstration } from "../../../prisma/seed/read-demonstration";
import { readReport } from "../../../prisma/seed/read-report";

/**
 * A demonstration in which every table holds something, all of it recorded: what the demonstration lacks is put there by the
 * owner, in one act.
 */
export async function buildRecordedWorld(owner: pg.Client) {
  await loadDemonstration(readDemonstration(), readReport());
  await owner.query("BEGIN");
  for (const sql of additions) await owner.query(sql);
  await recordChange(owner);
  await owner.query("COMMIT");
}

/** An act that says nothing but what it touched. What is recorded has to be canonical, by hand as well. */
async function recordChange(client: pg.Client) {
  const at = new Date().toISOString();
  const [kind, subject] = ["network.changed", `network/${randomUUID()}`];
  await client.query("SELECT record_activity($1::timestamptz, $2, NULL, false, $3, '{}'::jsonb, $4)", [
    at,
    kind,
    subject,
    JSON.stringify({ actorId: null, at, byToken: false, facts: {}, kind, subject }),
  ]);
}

/**
 * The same with a dozen rows to a table, and a record that begins with them: what is tried a thousand times is verified a
 * thousand times.
 */
export async function thinOut(superuser: pg.Client) {
  const { rows } = await superuser.query<{ table: string }>(`SELECT "table" FROM covered_tables()`);
  await superuser.query("SET session_replication_role = replica");
  for (const { table } of rows.filter(({ table }) => !/^Position(Revision|Step)$/.test(table)))
    await superuser.query(
      `DELETE FROM "${table}" WHERE ctid <> ALL (ARRAY(SELECT ctid FROM "${table}" ORDER BY ctid LIMIT 12))`,
    );
  for (const table of ["PositionRevision", "PositionStep"])
    await superuser.query(`DELETE FROM "${table}" WHERE "positionId" NOT IN (SELECT "id" FROM "Position")`);
  await superuser.query('TRUNCATE "Activity", "RowSalt"');
  await superuser.query("SET session_replication_role = origin");
  for (let act = 0; act < 3; act++) await recordChange(superuser);
}

const person = `(SELECT "id" FROM "Person" ORDER BY "email" LIMIT 1)`;
const organization = `(SELECT "id" FROM "Organization" ORDER BY "slug" LIMIT 1)`;
const another = `(SELECT "id" FROM "Organization" ORDER BY "slug" DESC LIMIT 1)`;
const position = `(SELECT "id" FROM "Position" WHERE "standing" IS NOT NULL ORDER BY "id" LIMIT 1)`;

const additions = [
  `INSERT INTO "ClockChange" ("id", "briefingId", "kind", "fromAt", "toAt", "fromVersion", "toVersion", "foundAt")
     SELECT gen_random_uuid(), "id", 'meeting', now(), now() + interval '1 hour', '2026a', '2026f', now()
     FROM "Briefing" ORDER BY "slug" LIMIT 1`,
  `INSERT INTO "Blackout" VALUES (gen_random_uuid(), current_date, current_date + 3, 'Week of rest', 'Semaine de relâche')`,
  `INSERT INTO "ClosingDay" VALUES (gen_random_uuid(), 'provincial', current_date, current_date, '{MB,ON}', 'Day of rest', 'Jour de repos')`,
  `INSERT INTO "AccessToken" ("id", "personId", "name", "scope", "tokenHash", "expiresAt")
     VALUES (gen_random_uuid(), ${person}, 'Script', 'read', md5('token'), now() + interval '1 day')`,
  `INSERT INTO "Passkey" ("id", "personId", "name", "credentialId", "publicKey", "transports")
     VALUES (gen_random_uuid(), ${person}, 'Key', md5('passkey'), '\\x010203', '{usb,nfc}')`,
  `WITH provider AS (INSERT INTO "IdentityProvider" ("id", "organizationId", "issuer", "clientId", "sealedSecret")
     VALUES (gen_random_uuid(), ${organization}, 'https://issuer.example', 'client', 'sealed') RETURNING "id")
   INSERT INTO "ProviderDomain" ("domain", "providerId") SELECT 'members.example', "id" FROM provider`,
  `INSERT INTO "OrganizationText" SELECT "id", 1, now(), NULL, false, "nameEn", "nameFr", "shortEn", "shortFr", "type", "province",
     "workingLanguage", "mandateEn", "mandateFr", "website", "listing", "signOffRuleEn", "signOffRuleFr", "signOffKind",
     "signOffTypicalDays", "signOffAlternateEn", "signOffAlternateFr" FROM "Organization" WHERE "id" = ${organization}`,
  `INSERT INTO "OrganizationStep" ("organizationId", "number", "decision", "at", "to")
     VALUES (${organization}, 77, 'apply', now(), 'applied')`,
  `INSERT INTO "MandateRequest" VALUES (${person}, ${organization}, now()) ON CONFLICT DO NOTHING`,
  `INSERT INTO "MandateTheme" SELECT m."id", t."id" FROM (SELECT "id" FROM "Mandate" ORDER BY "id" LIMIT 1) AS m,
     (SELECT "id" FROM "Theme" ORDER BY "sort" LIMIT 2) AS t ON CONFLICT DO NOTHING`,
  `INSERT INTO "ConvenerHandover" ("id", "termId", "organizationId", "offeredAt", "offeredById")
     SELECT gen_random_uuid(), "id", ${another}, now(), ${person} FROM "ConvenerTerm" LIMIT 1`,
  `WITH made AS (INSERT INTO "PositionImport" VALUES (gen_random_uuid(), ${organization}, ${person}, now(), md5('file'), 1)
     RETURNING "id") INSERT INTO "PositionImportRow" SELECT "id", ${position}, 1 FROM made`,
  `INSERT INTO "ConfirmationRequest" VALUES (${position}, current_date, ${person}, ${person}, now())`,
  `INSERT INTO "ReviewReminder" VALUES (${position}, current_date, 30, now())`,
  `INSERT INTO "ProposalStep" ("proposalId", "number", "act", "at", "actorId", "parity")
     SELECT "id", 77, 'drafted', now(), ${person}, 'pending' FROM "Proposal" LIMIT 1`,
  `INSERT INTO "SignOffChange" ("id", "organizationId", "kind", "proposedById", "proposedAt", "signOffKind")
     VALUES (gen_random_uuid(), ${organization}, 'rule', ${person}, now(), 'delegated')`,
  `INSERT INTO "SignatoryRecovery" ("id", "organizationId", "nomineeId", "authorizedBy", "instrument", "instrumentDate",
     "askedById", "askedAt", "byContact") VALUES (gen_random_uuid(), ${organization}, ${person}, 'Board', 'Minute 4', current_date,
     ${person}, now(), false)`,
  `INSERT INTO "RedLineNote" SELECT "talkingPointId", "version", "key", false, now() FROM "TalkingPointClause" LIMIT 1
     ON CONFLICT DO NOTHING`,
  `INSERT INTO "CommentTableRow" SELECT "id", 'technical', 'en' FROM "Amendment" LIMIT 1`,
  `WITH met AS (INSERT INTO "Briefing" ("id", "slug", "kind", "attribution", "hostId", "minutes", "zone", "stampedAt", "createdAt")
     VALUES (gen_random_uuid(), 'of-papers', 'civil_society', 'chatham_house', ${organization}, 60, 'America/Toronto', now(), now())
     RETURNING "id", "hostId"),
   kept AS (INSERT INTO "StoredFile" VALUES (gen_random_uuid(), 'paper.txt', 'text/plain', 5, md5('paper'), now()) RETURNING "id")
   INSERT INTO "BriefingPaper" ("id", "briefingId", "fileId", "titleEn", "languages", "organizationId", "createdAt")
     SELECT gen_random_uuid(), met."id", kept."id", 'A paper', '{en}', met."hostId", now() FROM met, kept`,
  `INSERT INTO "OfficeHolder" ("id", "officeId", "name", "firstOn")
     SELECT gen_random_uuid(), "id", 'A holder', current_date FROM "Office" ORDER BY "slug" LIMIT 1`,
  `INSERT INTO "MandateReminder" SELECT "id", 30, now() FROM "Mandate" LIMIT 1`,
];
