import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, expect, test } from "vitest";
import { emailChangeToken } from "@/lib/accounts/read.email";
import { exportPersonalData } from "@/lib/accounts/read.personal-data";
import { verifyChain } from "@/lib/activity/read";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { createLinkToken } from "@/lib/platform/session/sign-in-links";
import { given } from "@/tests/support/builders";
import { browserOf, type Caller, programOf, rest } from "@/tests/support/identities";
import { ownerDb } from "@/tests/support/owner-db";

const newEmail = "wren@moved.example";
let person: { id: string };
let before: string;
let browser: Caller;

const ask = (email = newEmail, as = browser) =>
  rest("POST", "/me/email-change", { as, body: { email }, headers: { "idempotency-key": randomUUID() } });
const confirm = (token: string) => rest("POST", `/email-changes/${token}/confirmation`, { body: {} });
const addressOf = async ({ id }: { id: string }) => (await db.person.findUniqueOrThrow({ where: { id } })).email;
const reasonIn = async (answer: Response) =>
  `${answer.status} ${((await answer.json()) as { reason?: string; type?: string }).type ?? ""}`;
const lateBy = (minutes: number) => new Date(Date.now() - minutes * 60_000);

async function requestOf(email = newEmail, as = browser): Promise<{ new: string; old: string }> {
  const answer = await ask(email, as);
  expect(answer.status).toBe(202);
  const { id } = (await answer.json()) as { id: string };
  return { new: emailChangeToken(id, "new"), old: emailChangeToken(id, "old") };
}
const stateOf = async (answer: Response) => ((await answer.json()) as { state: string }).state;

beforeEach(async () => {
  await db.rateWindow.deleteMany({});
  await ownerDb.person.deleteMany({ where: { email: { endsWith: "moved.example" } } });
  person = await given.signatory(await given.organization());
  before = await addressOf(person);
  browser = await browserOf(person);
});
afterAll(() => db.$disconnect());

for (const [first, second] of [
  ["new", "old"],
  ["old", "new"],
] as const) {
  test(`an address changes once both have confirmed, ${first} first, and mandates, sessions, keys and history stay`, async () => {
    await db.passkey.create({
      data: { personId: person.id, name: "Key", credentialId: person.id, publicKey: Buffer.from("k"), transports: [] },
    });
    await createLinkToken(before);
    const me = async () => (await rest("GET", "/me", { as: browser })).json() as Promise<Record<string, unknown>>;
    const held = await me();
    const links = await requestOf();
    expect(await stateOf(await confirm(links[first]))).toBe("waiting");
    expect(await addressOf(person)).toBe(before);
    expect(await stateOf(await confirm(links[second]))).toBe("changed");
    expect(await addressOf(person)).toBe(newEmail);

    const now = await me();
    expect(now).toEqual({ ...held, person: { ...(held.person as object), email: newEmail } });
    expect(await db.passkey.count({ where: { personId: person.id } })).toBe(1);
    expect(await db.signInLink.count({ where: { email: before } }), "the old address signs nobody in").toBe(0);
    expect(await db.emailChange.count({ where: { personId: person.id } })).toBe(0);
    const told = await db.activity.findMany({ where: { subject: `person/${person.id}` }, orderBy: { id: "asc" } });
    expect(told.map(({ kind }) => kind)).toEqual([
      "person.emailChangeRequested",
      "person.emailConfirmed",
      "person.emailChanged",
    ]);
    expect(JSON.stringify(told, (_, it) => (typeof it === "bigint" ? String(it) : it))).not.toContain("@");
    expect((await verifyChain()).firstBad).toBeNull();
  });
}

test("a mail scanner that opens both links, and their pages' questions, changes and uses up nothing", async () => {
  const links = await requestOf();
  for (const token of [links.new, links.old, links.new, links.old])
    expect((await rest("GET", `/email-changes/${token}`)).status).toBe(200);
  expect(await addressOf(person)).toBe(before);
  expect(await stateOf(await confirm(links.new))).toBe("waiting");
});

test("the stranger who reads the new mailbox is not told which account it is", async () => {
  const links = await requestOf();
  expect(await (await rest("GET", `/email-changes/${links.new}`)).json()).toMatchObject({ side: "new", from: null });
  expect(await (await rest("GET", `/email-changes/${links.old}`)).json()).toMatchObject({ side: "old", from: before });
});

test("one link pressed twenty times at once confirms one side once, and never both", async () => {
  const links = await requestOf();
  const answers = await Promise.all(Array.from({ length: 20 }, () => confirm(links.new)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 404)).toHaveLength(19);
  expect(await addressOf(person)).toBe(before);
});

test("both pressed at the same moment change it, whichever comes second", async () => {
  const links = await requestOf();
  const answers = await Promise.all([confirm(links.new), confirm(links.old)]);
  expect((await Promise.all(answers.map(stateOf))).sort()).toEqual(["changed", "waiting"]);
  expect(await addressOf(person)).toBe(newEmail);
});

test("what is used, stopped, asked for anew, too old or made up opens nothing, by one answer", async () => {
  const opens = async (token: string) => [
    await reasonIn(await rest("GET", `/email-changes/${token}`)),
    await reasonIn(await confirm(token)),
    await reasonIn(await rest("DELETE", `/email-changes/${token}`)),
  ];
  const nothing = await opens("made-up");
  expect(nothing[0]).toMatch(/^404 /);
  const used = await requestOf();
  await confirm(used.new);
  expect(await opens(used.new)).toEqual(nothing);
  await requestOf();
  expect(await opens(used.old)).toEqual(nothing);
  const stopped = await requestOf();
  expect((await rest("DELETE", "/me/email-change", { as: browser })).status).toBe(200);
  expect(await opens(stopped.new)).toEqual(nothing);
  const late = await requestOf();
  await db.emailChange.updateMany({ data: { expiresAt: lateBy(1) } });
  expect(await opens(late.old)).toEqual(nothing);
  expect(await (await rest("GET", "/me/email-change", { as: browser })).json()).toEqual({ change: null });
});

test.each(["new", "old"] as const)("the %s mailbox alone can stop it, and never make it so", async (side) => {
  const links = await requestOf();
  await confirm(links[side === "new" ? "old" : "new"]);
  expect((await rest("DELETE", `/email-changes/${links[side]}`)).status).toBe(200);
  expect((await confirm(links[side])).status).toBe(404);
  expect(await addressOf(person)).toBe(before);
});

test("whoever found an open browser, or holds a token, cannot begin it", async () => {
  await db.session.updateMany({ where: { personId: person.id }, data: { authenticatedAt: lateBy(11) } });
  expect((await ask()).status).toBe(403);
  for (const scope of ["read", "draft", "commit"] as const)
    expect((await ask(newEmail, await programOf(person, scope))).status).toBe(403);
  expect(await db.emailChange.count({ where: { personId: person.id } })).toBe(0);
});

test("an address that is somebody's is asked for by the same answer and the same rows, and is never taken over", async () => {
  const another = await given.person({ email: "taken@moved.example" });
  const shape = async (email: string) => {
    const answer = (await (await ask(email)).json()) as Record<string, unknown>;
    return { ...answer, id: "", to: "", requestedAt: "", expiresAt: "" };
  };
  expect(await shape("taken@moved.example")).toEqual(await shape("free@moved.example"));
  // Even with both links in one hand, as where it became somebody's after the mails had gone.
  const links = await requestOf("taken@moved.example");
  await confirm(links.new);
  expect(await stateOf(await confirm(links.old))).toBe("ended");
  expect([await addressOf(person), await addressOf(another)]).toEqual([before, "taken@moved.example"]);
});

test("of two who want one address at once, one gets it and the other keeps theirs, with no fault", async () => {
  const rival = await given.person();
  const rivals = await requestOf(newEmail, await browserOf(rival));
  const links = await requestOf();
  await Promise.all([confirm(rivals.new), confirm(links.new)]);
  const states = await Promise.all([confirm(rivals.old), confirm(links.old)].map(async (it) => stateOf(await it)));
  expect(states.sort()).toEqual(["changed", "ended"]);
  expect(await db.person.count({ where: { email: newEmail } })).toBe(1);
});

test.each([
  "wrеn@moved.example",
  '"wren"@moved.example',
  "wren@moved.example, a@b.example",
  "wren@mоved.example",
])("an address that only looks like one is refused at its field: %s", async (email) => {
  const answer = await ask(email);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ errors: { email: [expect.any(String)] } });
});

test("capitals and spaces make no other address, and one's own is no change", async () => {
  expect((await ask(`  ${before.toUpperCase()} `)).status).toBe(409);
  expect(await (await ask(" Wren@MOVED.example ")).json()).toMatchObject({ to: newEmail });
});

test("it is asked for no oftener than sign-in links are", async () => {
  for (let n = 0; n < env().rates.signInPerAccount; n++) await requestOf(`wren-${n}@moved.example`);
  const hasty = await ask("wren-more@moved.example");
  expect(hasty.status).toBe(429);
});

test("what is held about a person holds the address they asked for, and nothing that confirms it", async () => {
  const links = await requestOf();
  const held = await exportPersonalData(before);
  expect(held).toContain(newEmail);
  for (const token of Object.values(links)) expect(held).not.toContain(token);
  expect(JSON.parse(held).personalData.EmailChange[0]).not.toHaveProperty("newTokenHash");
});
