import { spawnSync } from "node:child_process";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { changeProfile } from "@/lib/accounts/write.profile";
import { verifyChain } from "@/lib/activity/read";
import { db } from "@/lib/platform/db/client";
import { as, given } from "@/tests/support/builders";
import { erasePerson } from "./erase-person";

const ownerUrl = process.env.DATABASE_OWNER_URL ?? "";
const office = "Board of directors";
const steps = 428;

type Organization = Awaited<ReturnType<typeof given.organization>>;
let proposition: Awaited<ReturnType<typeof given.proposition>>;
let others: Organization[];
let home: Organization;

/** What a standing position begins with: steps on the authority of that office. */
const first = 3;

/** So many signed steps of an organization on one authority, beside those that a standing position begins with. */
async function signMany(organization: Organization, total: number, authorizedBy = office) {
  const { id } = await given.standing({ organization, proposition });
  await db.$executeRaw`
    INSERT INTO "PositionStep" ("positionId", "number", "kind", "revision", "at", "actorId", "authorizedBy", "instrument", "instrumentDate")
    SELECT ${id}::uuid, 10 + n, 'confirmed', 1, now() - interval '1 hour', gen_random_uuid(), ${authorizedBy}, 'Minute ' || n, now()
    FROM generate_series(1, ${total - (authorizedBy === office ? first : 0)}::int) n`;
}

const authorityOf = async (organizations: readonly Organization[]) => {
  const rows = await db.positionStep.groupBy({
    by: ["authorizedBy"],
    where: { authorizedBy: { not: null }, position: { organizationId: { in: organizations.map(({ id }) => id) } } },
    _count: true,
  });
  return Object.fromEntries(rows.map((it) => [it.authorizedBy, it._count]));
};

beforeAll(async () => {
  proposition = await given.proposition();
  others = [await given.organization(), await given.organization(), await given.organization()];
  for (const [i, total] of [143, 143, 142].entries()) await signMany(others[i] as Organization, total);
});
beforeEach(async () => {
  home = await given.organization();
});
afterAll(() => db.$disconnect());

/** Somebody of the organization who gives themselves the name of an office. */
async function renamed(name: string) {
  const person = await given.representative(home, { name: "Anna Kowalska" });
  await changeProfile(await as(person), { name });
  return db.person.findUniqueOrThrow({ where: { id: person.id } });
}

test("who takes the name of an office and is erased changes none of the 428 signed steps of three other organizations", async () => {
  const before = await db.positionStep.findMany({ orderBy: [{ positionId: "asc" }, { number: "asc" }] });
  const whom = await renamed(office);
  const { code, left, chosen } = await erasePerson(ownerUrl, whom);
  expect(left["PositionStep.authorizedBy"]).toEqual({ rows: steps, organizations: 3, texts: [office] });
  expect(chosen.flatMap(({ cells }) => Object.keys(cells))).not.toContain("PositionStep.authorizedBy");
  await erasePerson(ownerUrl, whom, { confirm: code });
  expect(await db.positionStep.findMany({ orderBy: [{ positionId: "asc" }, { number: "asc" }] })).toEqual(before);
  expect(await authorityOf(others)).toEqual({ [office]: steps });
  const last = await db.activity.findFirstOrThrow({ orderBy: { id: "desc" } });
  expect(last).toMatchObject({ kind: "person.erased", facts: { cleared: 0, left: expect.any(Number) } });
});

test("at home such a name changes nothing either, unless the operator names the text", async () => {
  await signMany(home, 12);
  const whom = await renamed(office);
  const seen = await erasePerson(ownerUrl, whom);
  const doubtful = seen.changes.find(({ text }) => text === office);
  expect(doubtful).toMatchObject({
    cells: { "PositionStep.authorizedBy": 12 },
    doubts: ["alsoElsewhere", "olderThanName"],
    instead: "a former representative",
  });
  expect(seen.chosen).toEqual([]);
  const clear = [doubtful?.code ?? ""];
  const { code } = await erasePerson(ownerUrl, whom, { clear });
  await erasePerson(ownerUrl, whom, { clear, confirm: code });
  expect(await authorityOf([home])).toEqual({ "a former representative": 12 });
  expect(await authorityOf(others)).toEqual({ [office]: steps });
});

test("words that stood before somebody took them for a name are left where only their own organization writes them", async () => {
  await signMany(home, 3, "The elders' circle");
  const whom = await renamed("Elders’ Circle");
  const { changes, chosen } = await erasePerson(ownerUrl, whom);
  expect(changes).toMatchObject([{ text: "The elders' circle", doubts: ["olderThanName"] }]);
  expect(chosen).toEqual([]);
});

test("a listing is accepted by its code: another choice, or a row that came since, needs another", async () => {
  const whom = await given.representative(home, { name: "Anna K." });
  await signMany(home, 2, "Anna K., chair");
  const { code, chosen } = await erasePerson(ownerUrl, whom);
  expect(chosen).toMatchObject([
    { text: "Anna K., chair", instead: "a former representative, chair", cells: { "PositionStep.authorizedBy": 2 } },
  ]);
  const keep = chosen.map((it) => it.code);
  const kept = await erasePerson(ownerUrl, whom, { keep });
  expect(kept.chosen).toEqual([]);
  expect(kept.code).not.toBe(code);
  await expect(erasePerson(ownerUrl, whom, { keep, confirm: code })).rejects.toThrow("look again");
  await expect(erasePerson(ownerUrl, whom, { keep: ["00000000"] })).rejects.toThrow("no text 00000000");
  const again = await given.proposition();
  [proposition] = [again];
  await signMany(home, 1, "Anna K., chair");
  await expect(erasePerson(ownerUrl, whom, { confirm: code })).rejects.toThrow("look again");
  expect(await db.person.count({ where: { id: whom.id } })).toBe(1);
});

test("a name that ends in a sign is taken out wherever its organization wrote it, and a longer one of somebody else is not", async () => {
  const whom = await given.representative(home, { name: "Zoë K." });
  const others = await given.signatory(home);
  const written = [
    "Zoe K.",
    "(ZOË K.)",
    "« Zoë K. », présidente",
    "Zoë K.: chair",
    "d’Zoë K.'s",
    "Zoë K.-Roy",
    "Zoë Kim",
  ];
  for (const instrument of written)
    await db.mandate.create({ data: { ...mandateOf(others), instrument, instrumentFr: instrument } });
  const { code } = await erasePerson(ownerUrl, whom);
  await erasePerson(ownerUrl, whom, { confirm: code });
  const found = await db.mandate.findMany({ where: { personId: others.id, instrumentFr: { not: null } } });
  expect(found.map(({ instrument }) => instrument).sort()).toEqual(
    [
      "a former representative",
      "(a former representative)",
      "« a former representative », présidente",
      "a former representative: chair",
      "d’a former representative's",
      "a former representative-Roy",
      "Zoë Kim",
    ].sort(),
  );
  expect(found.filter(({ instrumentFr }) => instrumentFr?.includes("une ancienne personne"))).toHaveLength(6);
});

const mandateOf = ({ id: personId }: { id: string }) => ({
  ...{ personId, organizationId: home.id, powers: ["draft" as const], allThemes: true },
  ...{ authorizedBy: "Assembly", instrumentDate: new Date("2026-01-15") },
});

test("earlier names are kept nowhere: the operator gives those they know", async () => {
  await signMany(home, 2, "Anna Kowalska, chair");
  const whom = await renamed("Anna Nowak");
  const seen = await erasePerson(ownerUrl, whom);
  expect(seen).toMatchObject({ changes: [], renamed: { times: 1 } });
  const formerNames = ["Anna Kowalska"];
  const { code } = await erasePerson(ownerUrl, whom, { formerNames });
  await erasePerson(ownerUrl, whom, { formerNames, confirm: code });
  expect(await authorityOf([home])).toEqual({ [office]: first, "a former representative, chair": 2 });
  expect(await verifyChain()).toMatchObject({ firstBad: null });
});

test("where they acted before they left is theirs still; what others wrote for themselves is only counted", async () => {
  const person = await given.representative(home, { name: "Ilse Brandt" });
  await db.representation.updateMany({ where: { personId: person.id }, data: { endedAt: new Date() } });
  await signMany(home, 2, "Ilse Brandt");
  const { id: personId } = await given.person();
  const note = "Ilse Brandt said so to me alone";
  await db.personalView.create({
    data: { personId, propositionId: proposition.id, stance: "oppose", note, savedAt: new Date() },
  });
  const { chosen, left } = await erasePerson(ownerUrl, person);
  expect(chosen).toMatchObject([{ cells: { "PositionStep.authorizedBy": 2 } }]);
  expect(left).toEqual({ "PersonalView.note": { rows: 1, organizations: 0, texts: [] } });
});

test("the command lists every text with its places, and does what the code of its listing stands for", {
  timeout: 120_000,
}, async () => {
  const whom = await given.representative(home, { name: "Ruth Adeyemi" });
  await signMany(home, 2, "Ruth Adeyemi, treasurer");
  const mandateEn = "To answer Ruth Adeyemi.";
  await db.organization.update({ where: { id: (others[0] as Organization).id }, data: { mandateEn } });
  const run = (...more: string[]) =>
    spawnSync(
      process.execPath,
      ["--conditions=react-server", "--import", "tsx", "bin/cli/person.ts", "erase", ...more],
      {
        cwd: path.resolve(import.meta.dirname, "../../.."),
        encoding: "utf8",
      },
    );
  const { email } = await db.person.findUniqueOrThrow({ where: { id: whom.id } });
  const listed = run("--email", email);
  expect(listed.stdout.split("\n")).toEqual([
    "Nothing is changed yet. The person and all that is theirs would go.",
    `Their organizations, now and before: ${home.nameEn}.`,
    "Would change in rows of these:",
    expect.stringMatching(/^ {2}[0-9a-f]{8} {2}"Ruth Adeyemi, treasurer" → "a former representative, treasurer"$/),
    "            PositionStep.authorizedBy: 2",
    "The same words in rows of others, which an erasure leaves as they are:",
    "  Organization.mandateEn: 1, of organizations: 1",
    `            "${mandateEn}"`,
    expect.stringMatching(/^To do exactly this: --confirm [0-9a-f]{8}\./),
    "",
  ]);
  const code = /--confirm ([0-9a-f]{8})/.exec(listed.stdout)?.[1] ?? "";
  const done = run("--email", email, "--confirm", code);
  expect(done).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Erased: /), stderr: "" });
  expect(await authorityOf([home])).toEqual({ [office]: first, "a former representative, treasurer": 2 });
});
