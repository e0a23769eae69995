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
  // What is recorded here has to be canonical, as everything in the record: the facts are none.
  const told = { actorId: null, at: new Date().toISOString(), byToken: false, facts: {}, kind: "network.changed" };
  const canonical = JSON.stringify({ ...told, subject: `network/${randomUUID()}` });
  await owner.query("SELECT record_activity($1::timestamptz, 'network.changed', NULL, false, $2, '{}'::jsonb, $3)", [
    told.at,
    JSON.parse(canonical).subject,
    canonical,
  ]);
  await owner.query("COMMIT");
}

const person = `(SELECT "id" FROM "Person" ORDER BY "email" LIMIT 1)`;
const organization = `(SELECT "id" FROM "Organization" ORDER BY "slug" LIMIT 1)`;
const another = `(SELECT "id" FROM "Organization" ORDER BY "slug" DESC LIMIT 1)`;
const position = `(SELECT "id" FROM "Position" WHERE "standing" IS NOT NULL ORDER BY "id" LIMIT 1)`;

const additions = [
  `INSERT INTO "Blackout" VALUES (gen_random_uuid(), current_date, current_date + 3, 'Week of rest', 'Semaine de relâche')`,
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
];
