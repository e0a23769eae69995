import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exportPersonalData, findPersonByAddress } from "@/lib/accounts/read.personal-data";
import { createToken, requestLink } from "@/lib/accounts/write";
import { verifyChain } from "@/lib/activity/read";
import { changeOrganization } from "@/lib/organizations/write.profile";
import { db } from "@/lib/platform/db/client";
import { getHistory } from "@/lib/positions/read.history";
import { as, given } from "@/tests/support/builders";
import { ownerDb } from "@/tests/support/owner-db";
import { type Erasing, type ErasureOptions, erasePerson } from "./erase-person";

const name = "Wilhelmina Ottokar-Byrne";
const email = "wilhelmina.ottokar@red-cedar.example";
const ownerUrl = process.env.DATABASE_OWNER_URL ?? "";
const outbox = path.join(process.env.CONCERTED_DATA_DIR ?? "", "outbox");

let desk: Awaited<ReturnType<typeof given.desk>>;
let person: { id: string };
const owner = new pg.Client({ connectionString: ownerUrl });

/** Where the address or the name stands, in every text of every table of the product and of the queue. */
async function findNeedle(): Promise<string[]> {
  const rows = await db.$queryRawUnsafe<{ schema: string; table: string; column: string }[]>(
    `SELECT table_schema AS schema, table_name AS table, column_name AS column FROM information_schema.columns
     JOIN information_schema.tables USING (table_schema, table_name) WHERE table_type = 'BASE TABLE'
     AND table_schema IN ('public', 'graphile_worker') AND data_type IN ('text', 'json', 'jsonb', 'ARRAY', 'character varying')`,
  );
  const found: string[] = [];
  for (const { schema, table, column } of rows) {
    const at = `"${schema}"."${table}"`;
    const hits = await db.$queryRawUnsafe<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM ${at} WHERE "${column}"::text ILIKE $1 OR "${column}"::text ILIKE $2`,
      `%${email}%`,
      `%${name}%`,
    );
    if ((hits[0]?.n ?? 0) > 0) found.push(`${table}.${column}`);
  }
  for (const file of await readdir(outbox).catch(() => []))
    if (/wilhelmina/i.test(await readFile(path.join(outbox, file), "utf8"))) found.push(`outbox/${file}`);
  return found.sort();
}

/** They applied for one organization and were invited to another; they wrote to themselves. */
async function plantJoining() {
  const applied = await given.organization({ status: "applied", contactId: person.id });
  const words = { nameEn: "Muskeg Letters", nameFr: "Lettres du muskeg", mandateEn: "Letters.", mandateFr: "Lettres." };
  await db.application.create({
    data: {
      ...{ ...words, type: "other", province: "ON", workingLanguage: "en", language: "en", organizationId: applied.id },
      contactName: name,
      contactEmail: email,
      why: `Write to ${name} at ${email}.`,
      confirmedAt: new Date(),
    },
  });
  const { id: mover } = await given.person();
  const moving = { newEmail: email, expiresAt: new Date(Date.now() + 3_600_000) };
  await db.emailChange.create({ data: { personId: mover, ...moving } });
  await db.emailChange.create({ data: { personId: person.id, ...moving, newEmail: `moved.${email}` } });
  const inviting = await given.organization();
  await db.invitation.create({
    data: {
      ...{ organizationId: inviting.id, email, language: "en", invitedById: randomUUID(), tokenHash: randomUUID() },
      sentAt: new Date(),
      expiresAt: new Date(Date.now() + 1e6),
    },
  });
  const { id: propositionId } = desk.proposition;
  await db.personalView.create({
    data: { personId: person.id, propositionId, stance: "oppose", note: `${name} thinks so`, savedAt: new Date() },
  });
}

beforeAll(async () => {
  await owner.connect();
  desk = await given.desk();
  person = await given.signatory(desk.organization, { name });
  await db.person.update({ where: { id: person.id }, data: { email } });
  const viewer = await as(person);
  await createToken(viewer, { name: `Laptop of ${name}`, scope: "read", days: 30 });
  await requestLink("192.0.2.9", { email, language: "en" });
  await db.signInLink.create({ data: { tokenHash: randomUUID(), email, expiresAt: new Date(Date.now() + 1e6) } });
  await db.passkey.create({
    data: {
      personId: person.id,
      name: `${name}'s key`,
      credentialId: "c",
      publicKey: Buffer.from("k"),
      transports: [],
    },
  });
  await db.idempotencyKey.create({
    data: {
      accountId: person.id,
      key: "k",
      route: "r",
      bodyDigest: "d",
      status: 200,
      headers: {},
      body: `{"to":"${email}"}`,
    },
  });
  await plantJoining();
  // Somebody else acts on the authority of this person, and did before.
  const other = await given.signatory(desk.organization);
  await ownerDb.mandate.updateMany({
    where: { personId: other.id },
    data: { authorizedBy: `${name}, chair`, instrument: `Letter of ${name} (${email.toUpperCase()})` },
  });
  await given.standing({ organization: desk.organization, proposition: desk.proposition });
  const step = await db.positionStep.findFirstOrThrow({ orderBy: { number: "asc" } });
  const next = await db.positionStep.count({ where: { positionId: step.positionId } });
  const authority = { authorizedBy: `${name}, chair`, instrument: "Minute 4", instrumentDate: new Date("2026-01-15") };
  const told = { positionId: step.positionId, number: next + 1, kind: "signed_off", revision: 1 } as const;
  await db.positionStep.create({ data: { ...told, at: new Date(), actorId: person.id, ...authority } });
  await mkdir(outbox, { recursive: true });
  await writeFile(path.join(outbox, "a.json"), JSON.stringify({ to: email, text: "a link" }));
  await writeFile(path.join(outbox, "b.json"), JSON.stringify({ to: "other@x.example", text: "nothing" }));
});
afterAll(async () => {
  await owner.end();
  await db.$disconnect();
});

test("what is held about a person is exported whole, without anything that would open an account", async () => {
  const told = await exportPersonalData(email);
  const { personalData } = JSON.parse(told) as { personalData: Record<string, Record<string, unknown>[]> };
  expect(Object.keys(personalData)).toEqual(
    expect.arrayContaining(["AccessToken", "Activity", "Mandate", "Passkey", "Person", "PositionStep", "Session"]),
  );
  expect(personalData.Person).toMatchObject([{ email, name }]);
  expect(told).not.toMatch(/tokenHash|publicKey|credentialId|sealedSecret/);
  await expect(exportPersonalData("nobody@red-cedar.example")).rejects.toMatchObject({ reason: "noSuchPerson" });
});

/** Looks, and does exactly what it was shown. */
async function eraseAsListed(whom: Erasing, options: ErasureOptions = {}) {
  const { code } = await erasePerson(ownerUrl, whom, options);
  return erasePerson(ownerUrl, whom, { ...options, confirm: code });
}

test("looking at what an erasure would do changes nothing", async () => {
  const before = await findNeedle();
  const seen = await erasePerson(ownerUrl, await findPersonByAddress(email));
  expect(seen.changes).toEqual(seen.chosen);
  expect(seen.changes.flatMap(({ cells }) => Object.keys(cells))).toEqual(
    expect.arrayContaining(["Mandate.authorizedBy", "Mandate.instrument", "PositionStep.authorizedBy"]),
  );
  expect(await findNeedle()).toEqual(before);
  expect(before).toEqual(
    expect.arrayContaining([
      "Application.contactEmail",
      "Application.contactName",
      "Application.why",
      "Invitation.email",
      "PersonalView.note",
    ]),
  );
  expect(before.length).toBeGreaterThan(12);
});

test("after an erasure neither address nor name stands in any text of any table, in the queue or in the outbox; the record is whole", async () => {
  const rows = (await verifyChain()).rows;
  await eraseAsListed(await findPersonByAddress(email));
  expect(await findNeedle()).toEqual([]);
  expect(await db.person.count({ where: { id: person.id } })).toBe(0);
  expect(await verifyChain()).toMatchObject({ rows: rows + 1, firstBad: null });
  const last = await db.activity.findFirstOrThrow({ orderBy: { id: "desc" } });
  expect(last).toMatchObject({
    kind: "person.erased",
    subject: `person/${person.id}`,
    facts: { commandLine: true, left: 0 },
  });
  expect(await readdir(outbox)).toEqual(["b.json"]);
});

test("what they did stays: by nobody who can be named, on the authority of a former representative", async () => {
  const { items } = await getHistory(desk.drafter, { ...desk.positionPath, limit: 100 });
  const signed = items.find((it) => it.authority?.instrument === "Minute 4");
  expect(signed).toMatchObject({ actor: null, authority: { authorizedBy: "a former representative, chair" } });
});

test("what was append-only before an erasure is append-only after it", async () => {
  await expect(owner.query(`UPDATE "PositionStep" SET "authorizedBy" = 'x'`)).rejects.toMatchObject({ code: "23000" });
  await expect(owner.query(`DELETE FROM "PositionStep"`)).rejects.toMatchObject({ code: "23000" });
});

test("an organization's own words that name somebody are reported, and not changed behind its back", async () => {
  const organization = await given.organization({ nameEn: "Friends of Octavian Quill" });
  const stranger = await given.organization({ mandateEn: "To answer Octavian Quill." });
  const named = await given.representative(organization, { name: "Octavian Quill" });
  const signer = await as(await given.signatory(organization));
  await changeOrganization(signer, { slug: organization.slug, type: "legal" }, 1);
  const { standing, left, chosen } = await eraseAsListed(named);
  expect(standing).toEqual({ "Organization.nameEn": 1, "OrganizationText.nameEn": 1 });
  expect(left).toEqual({ "Organization.mandateEn": { rows: 1, organizations: 1, texts: [stranger.mandateEn] } });
  expect(chosen).toEqual([]);
  expect(await db.organization.findUnique({ where: { id: organization.id } })).toMatchObject({
    nameEn: "Friends of Octavian Quill",
  });
});
