import { afterAll, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { makeAuthenticator } from "@/tests/support/authenticator";
import { given } from "@/tests/support/builders";
import { browserOf, type Caller, rest } from "@/tests/support/identities";

type Key = ReturnType<typeof makeAuthenticator>;

let key: Key;
let person: { id: string };
let browser: Caller;

const anHourAgo = () => new Date(Date.now() - 3_600_000);

/** Somebody with one key, signed in an hour ago, whose key was used four times. */
async function holder(key: Key) {
  const someone = await given.person();
  const { credentialId } = key;
  const publicKey = Buffer.from(key.publicKey);
  const row = { personId: someone.id, name: "Key", credentialId, publicKey, counter: 4n, transports: [] };
  await db.passkey.create({ data: row });
  const caller = await browserOf(someone);
  await db.session.updateMany({ where: { personId: someone.id }, data: { authenticatedAt: anHourAgo() } });
  return { someone, caller };
}

beforeEach(async () => {
  key = makeAuthenticator();
  const { someone, caller } = await holder(key);
  [person, browser] = [someone, caller];
});
afterAll(() => db.$disconnect());

async function ask(as: Caller): Promise<string> {
  const answer = await rest("POST", "/sessions/current/challenge", { as, body: {} });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { challenge: string }).challenge;
}

const prove = (as: Caller, response: object) => rest("POST", "/sessions/current/proof", { as, body: { response } });

const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { type?: string }).type];

/** Whether the session is as old as it was, under the same cookie, and the key as often used. */
async function expectNothingProved() {
  const session = await db.session.findFirstOrThrow({ where: { personId: person.id } });
  expect(Date.now() - session.authenticatedAt.getTime()).toBeGreaterThan(3_500_000);
  expect((await rest("GET", "/me", { as: browser })).status).toBe(200);
  expect(await db.passkey.findFirstOrThrow({ where: { personId: person.id } })).toMatchObject({ counter: 4n });
}

test("an honest answer makes the session fresh, counts the key on and gives the browser another cookie", async () => {
  const answer = await prove(browser, key.assert({ challenge: await ask(browser), counter: 5 }));
  expect(answer.status).toBe(200);
  expect(answer.headers.get("set-cookie")).toContain("concerted-session=");
  const session = await db.session.findFirstOrThrow({ where: { personId: person.id } });
  expect(Date.now() - session.authenticatedAt.getTime()).toBeLessThan(60_000);
  expect(await db.passkey.findFirstOrThrow({ where: { personId: person.id } })).toMatchObject({ counter: 5n });
  expect((await rest("GET", "/me", { as: browser })).status, "the cookie of before").toBe(401);
});

const forged = {
  "a counter that stands still": { counter: 4 },
  "a counter that went backwards, as a copied key's does": { counter: 3 },
  "another site's origin": { counter: 5, origin: "https://evil.example" },
  "our host on another port": { counter: 5, origin: "http://localhost:3001" },
  "another relying party": { counter: 5, rpId: "evil.example" },
  "words of a registration": { counter: 5, type: "webauthn.create" },
  "a person who was there and was not verified": { counter: 5, flags: 0x01 },
  "nobody there": { counter: 5, flags: 0x04 },
};

test.each(Object.entries(forged))("an answer with %s proves nothing, and the record says so", async (_, odd) => {
  const answer = await prove(browser, key.assert({ challenge: await ask(browser), ...odd }));
  expect(await codeOf(answer)).toEqual([403, "/problems/passkey-not-verified"]);
  expect(answer.headers.get("set-cookie")).toBeNull();
  await expectNothingProved();
  const entry = await db.activity.findFirstOrThrow({ orderBy: { id: "desc" } });
  expect(entry).toMatchObject({ kind: "passkey.refused", subject: `person/${person.id}` });
});

test("a signature by another key, and one of which a bit was turned, prove nothing", async () => {
  const other = { ...makeAuthenticator().assert({ challenge: await ask(browser), counter: 5 }) };
  const borrowed = { ...other, id: key.credentialId, rawId: key.credentialId };
  expect(await codeOf(await prove(browser, borrowed))).toEqual([403, "/problems/passkey-not-verified"]);
  const turned = key.assert({ challenge: await ask(browser), counter: 5 });
  const bytes = Buffer.from(turned.response.authenticatorData, "base64url");
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  turned.response.authenticatorData = bytes.toString("base64url");
  expect(await codeOf(await prove(browser, turned))).toEqual([403, "/problems/passkey-not-verified"]);
  await expectNothingProved();
});

test("an answer is taken once: replayed, it finds no question, and a new question is not answered by it", async () => {
  const answer = key.assert({ challenge: await ask(browser), counter: 5, origin: "https://evil.example" });
  await prove(browser, answer);
  expect(await codeOf(await prove(browser, answer))).toEqual([409, "/problems/ceremony-over"]);
  await ask(browser);
  expect(await codeOf(await prove(browser, answer))).toEqual([403, "/problems/passkey-not-verified"]);
  await expectNothingProved();
});

test("of eight who send one honest answer at once, one is taken", async () => {
  const answer = key.assert({ challenge: await ask(browser), counter: 5 });
  const answers = await Promise.all(Array.from({ length: 8 }, () => prove(browser, answer)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.every(({ status }) => [200, 401, 403, 409].includes(status))).toBe(true);
});

test("a question that another session was asked is not this one's to answer, be it the same person's", async () => {
  const second = await browserOf(person);
  const answer = key.assert({ challenge: await ask(second), counter: 5 });
  expect(await codeOf(await prove(browser, answer))).toEqual([409, "/problems/ceremony-over"]);
  await ask(browser);
  expect(await codeOf(await prove(browser, answer))).toEqual([403, "/problems/passkey-not-verified"]);
});

test("another person's key answers for nobody but them", async () => {
  const theirs = makeAuthenticator();
  await holder(theirs);
  const answer = theirs.assert({ challenge: await ask(browser), counter: 5 });
  expect(await codeOf(await prove(browser, answer))).toEqual([403, "/problems/passkey-not-verified"]);
  await expectNothingProved();
});

test("a key that was removed after it was asked answers no more", async () => {
  const answer = key.assert({ challenge: await ask(browser), counter: 5 });
  const [{ id } = { id: "" }] = await db.passkey.findMany({ where: { personId: person.id } });
  expect((await rest("DELETE", `/passkeys/${id}`, { as: browser })).status).toBe(200);
  expect(await codeOf(await prove(browser, answer))).toEqual([403, "/problems/passkey-not-verified"]);
});

test("a question that is older than five minutes is not answered any more", async () => {
  const answer = key.assert({ challenge: await ask(browser), counter: 5 });
  await db.webauthnChallenge.updateMany({ data: { expiresAt: new Date(Date.now() - 1_000) } });
  expect(await codeOf(await prove(browser, answer))).toEqual([409, "/problems/ceremony-over"]);
});
