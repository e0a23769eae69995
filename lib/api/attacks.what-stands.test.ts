import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { saveDraft } from "@/lib/positions/write.drafts";
import { signOff } from "@/lib/positions/write.signing";
import { given } from "@/tests/support/builders";
import { ownerDb } from "@/tests/support/owner-db";

// Whoever got hold of the application's own access to the database makes something stand, ends what stands, or dates it otherwise.

const app = new Client({ connectionString: process.env.DATABASE_URL });
let desk: Awaited<ReturnType<typeof given.desk>>;
const ids = { position: "", organization: "", other: "", proposal: "", mandate: "", person: "" };

beforeAll(async () => {
  await app.connect();
  // Only an organization that exists: the history of one that does not is told by a demonstration.
  desk = await given.desk();
  await ownerDb.organization.update({ where: { id: desk.organization.id }, data: { fictional: false } });
  const draft = { ...desk.positionPath, stance: "oppose", rationale: { en: "So." }, visibility: "network" } as const;
  await saveDraft(desk.drafter, draft, null);
  await signOff(desk.signer, { ...desk.positionPath, decision: "sign_off" }, 1);
  await saveDraft(desk.drafter, { ...draft, stance: "support" }, 2);
  const position = await ownerDb.position.findFirstOrThrow({ where: { organizationId: desk.organization.id } });
  const mandate = await ownerDb.mandate.findFirstOrThrow({ where: { personId: desk.signer.personId ?? "" } });
  Object.assign(ids, { position: position.id, organization: desk.organization.id, mandate: mandate.id });
  ids.person = mandate.personId;
  ids.other = (await given.organization()).id;
  const proposal = { organizationId: ids.organization, authorId: ids.person, createdAt: new Date() };
  const about = await given.theme();
  ids.proposal = (
    await ownerDb.proposal.create({ data: { ...proposal, themeId: about.id, regimeArea: "practice" } })
  ).id;
});
afterAll(async () => {
  await app.end();
  await ownerDb.$disconnect();
});

const step = (kind: string, at: string, revision = 2) =>
  `INSERT INTO "PositionStep" ("positionId", "number", "kind", "revision", "at", "actorId")
   VALUES ('${ids.position}', 50, '${kind}', ${revision}, ${at}, '${ids.person}')`;

const refused: Record<string, () => string[]> = {
  "a draft stands": () => [
    `UPDATE "Position" SET "standing" = 2, "standingSince" = now() WHERE "id" = '${ids.position}'`,
  ],
  "a draft is signed off without a step": () => [
    `UPDATE "PositionRevision" SET "signedOffAt" = now() WHERE "positionId" = '${ids.position}' AND "number" = 2`,
  ],
  "a draft is signed off and stands without a step": () => [
    `UPDATE "PositionRevision" SET "signedOffAt" = now() WHERE "positionId" = '${ids.position}' AND "number" = 2`,
    `UPDATE "Position" SET "standing" = 2, "standingSince" = now() WHERE "id" = '${ids.position}'`,
  ],
  "what stands ends without a step": () => [
    `UPDATE "Position" SET "standing" = NULL, "standingSince" = NULL WHERE "id" = '${ids.position}'`,
  ],
  "what stands is said to have ended": () => [
    `UPDATE "PositionRevision" SET "stoodUntil" = now() WHERE "positionId" = '${ids.position}' AND "number" = 1`,
  ],
  "it stands since another day": () => [
    `UPDATE "Position" SET "standingSince" = now() - interval '1 day' WHERE "id" = '${ids.position}'`,
  ],
  "a withdrawal is written, and what stands stays": () => [
    step("withdrawn", "now()", 1),
    `UPDATE "Position" SET "standingSince" = "standingSince" + interval '1 second' WHERE "id" = '${ids.position}'`,
  ],
  "a position that stands is made at once": () => [
    `INSERT INTO "Position" ("id", "organizationId", "propositionId", "standing", "standingSince")
     SELECT '${randomUUID()}', '${ids.other}', "propositionId", 1, now() FROM "Position" LIMIT 1`,
  ],
  "a step of yesterday": () => [step("signed_off", "now() - interval '1 day'")],
  "a step of tomorrow": () => [step("signed_off", "now() + interval '1 day'")],
  "a join of yesterday": () => [
    `INSERT INTO "JoinStep" VALUES ('${ids.position}', 1, '${ids.organization}', 1, 'given', 'network',
       now() - interval '1 day', '${ids.person}', false, NULL, 'Board', 'Resolution', current_date)`,
  ],
  "an explanation of yesterday": () => [
    `INSERT INTO "ExplanationStep" VALUES ('${ids.position}', 1, 1, 'given', 'Why', NULL, 'network',
       now() - interval '1 day', '${ids.person}', false, NULL, 'Board', 'Resolution', current_date)`,
  ],
  "a step of a proposal of yesterday": () => [
    `INSERT INTO "ProposalStep" ("proposalId", "number", "act", "at", "actorId", "parity")
     VALUES ('${ids.proposal}', 1, 'drafted', now() - interval '1 day', '${ids.person}', 'pending')`,
  ],
  "an admission of yesterday": () => [
    `INSERT INTO "OrganizationStep" ("organizationId", "number", "decision", "at", "to")
     VALUES ('${ids.organization}', 9, 'admit', now() - interval '1 day', 'member')`,
  ],
  "a mandate is deleted": () => [`DELETE FROM "Mandate" WHERE "id" = '${ids.mandate}'`],
  "a mandate goes with its person": () => [`DELETE FROM "Person" WHERE "id" = '${ids.person}'`],
  "a mandate is reworded": () => [`UPDATE "Mandate" SET "authorizedBy" = 'Nobody' WHERE "id" = '${ids.mandate}'`],
  "a mandate gives more": () => [`UPDATE "Mandate" SET "allThemes" = true WHERE "id" = '${ids.mandate}'`],
  "a mandate lasts longer": () => [`UPDATE "Mandate" SET "expiresAt" = NULL WHERE "id" = '${ids.mandate}'`],
  "a mandate ended yesterday": () => [
    `UPDATE "Mandate" SET "revokedAt" = now() - interval '1 day' WHERE "id" = '${ids.mandate}'`,
  ],
  "a mandate that ended is in force again": () => [
    `UPDATE "Mandate" SET "revokedAt" = now() WHERE "id" = '${ids.mandate}'`,
    `UPDATE "Mandate" SET "revokedAt" = NULL WHERE "id" = '${ids.mandate}'`,
  ],
  "a mandate was in force yesterday": () => [
    `INSERT INTO "Mandate" ("id", "personId", "organizationId", "powers", "authorizedBy", "instrument", "instrumentDate", "validFrom")
     VALUES ('${randomUUID()}', '${ids.person}', '${ids.organization}', '{sign_off}', 'Board', 'Resolution', current_date,
       now() - interval '1 day')`,
  ],
  "a mandate reaches another theme": () => [`DELETE FROM "MandateTheme"`],
  "an organization is made fictional, to date a step": () => [
    `UPDATE "Organization" SET "fictional" = true WHERE "id" = '${ids.organization}'`,
  ],
  "a row of the record is written by hand": () => [
    `INSERT INTO "Activity" ("at", "kind", "subject", "facts", "previousHash", "hash")
     VALUES (now(), 'position.signedOff', 'position/x', '{}', 'x', 'x')`,
  ],
  "a salt is changed": () => [`UPDATE "RowSalt" SET "salt" = gen_random_uuid()`],
};

test.each(Object.keys(refused))("is refused to the role that serves, by SQL: %s", async (name) => {
  const statements = refused[name]?.() ?? [];
  await app.query("BEGIN");
  const attempt = async () => {
    for (const sql of statements) await app.query(sql);
    await app.query("COMMIT");
  };
  const refusal = attempt().finally(() => app.query("ROLLBACK"));
  await expect(refusal).rejects.toMatchObject({ code: expect.stringMatching(/^(23000|23503|42501)$/) });
});

test("what the same role writes in the way of the product goes through", async () => {
  await signOff(desk.signer, { ...desk.positionPath, decision: "sign_off" }, 3);
  const held = await ownerDb.position.findUniqueOrThrow({ where: { id: ids.position } });
  expect(held.standing).toBe(2);
});
