import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { configureProvider } from "@/lib/accounts/write.providers";
import { db } from "@/lib/platform/db/client";
import { toCallback } from "@/lib/platform/session/oidc-client";
import { sha256 } from "@/lib/platform/text/digest";
import { as, given } from "@/tests/support/builders";
import { ownerDb } from "@/tests/support/owner-db";
import { startIssuer, walk } from "@/tests/support/servers/oidc-issuer";
import { finishOidc, startOidc } from "./oidc-routes";

vi.hoisted(() => {
  process.env.HOST = "127.0.0.1";
});

type IssuerServer = Awaited<ReturnType<typeof startIssuer>>;
let first: IssuerServer;
let second: IssuerServer;
let ids: { first: string; second: string };
let person: { id: string };

const domain = "red-cedar.example";
const email = `somebody@${domain}`;
const origin = "http://localhost:3000";

async function connect(issuer: IssuerServer, domains: string[]): Promise<string> {
  const organization = await given.organization();
  const keeper = await as(await given.person({ administrator: true }));
  const { origin: at, client } = issuer;
  const way = { slug: organization.slug, issuer: at, clientId: client.id, secret: client.secret };
  await configureProvider(keeper, { ...way, domains, enabled: true }, null);
  const { id } = await db.identityProvider.findFirstOrThrow({ where: { organizationId: organization.id } });
  issuer.allow(toCallback(id));
  return id;
}

beforeAll(async () => {
  [first, second] = [await startIssuer(), await startIssuer({ inToken: false })];
  ids = { first: await connect(first, [domain]), second: await connect(second, ["driftwood.example"]) };
});
beforeEach(async () => {
  await ownerDb.person.deleteMany({ where: { email: { endsWith: ".example" } } });
  person = await given.person({ email });
  first.account.who = { email, email_verified: true };
});
afterAll(async () => {
  await Promise.all([first.close(), second.close()]);
});

const leave = (id: string, query = "", headers = {}) =>
  startOidc(new Request(`${origin}/api/auth/organization/${id}${query}`, { headers }), id);
const cookieIn = (answer: Response, name: string) =>
  answer.headers
    .getSetCookie()
    .map((it) => new RegExp(`^${name}=([^;]*)`).exec(it)?.[1])
    .find((it) => it !== undefined);

type Left = { secret: string; location: string };
async function depart(id: string, query = ""): Promise<Left> {
  const answer = await leave(id, query);
  return { secret: cookieIn(answer, "concerted-way") ?? "", location: answer.headers.get("location") ?? "" };
}
const comeBack = (id: string, at: URL, secret: string, cookies = "") =>
  finishOidc(
    new Request(at.href, { headers: { cookie: `concerted-way=${secret}${cookies}`, "sec-fetch-site": "cross-site" } }),
    id,
  );
const sessions = () => db.session.count({ where: { personId: person.id } });
const whyOf = (answer: Response) => new URL(answer.headers.get("location") ?? "", origin).searchParams.get("why");
const whereTo = (answer: Response) => new URL(answer.headers.get("location") ?? "", origin).pathname;

/** The whole way, there and back. */
async function goRound(id = ids.first, query = "") {
  const { secret, location } = await depart(id, query);
  return comeBack(id, await walk(location), secret);
}
test("whoever their organization vouches for is signed in, and comes back to the page they were on", async () => {
  const answer = await goRound(ids.first, "?next=/fr/positions%3Ftheme%3Da%26state%3Ddraft");
  expect([answer.status, answer.headers.get("location")]).toEqual([303, `${origin}/fr/positions?theme=a&state=draft`]);
  const cookie = cookieIn(answer, "concerted-session") ?? "";
  expect(await db.session.count({ where: { tokenHash: sha256(cookie), personId: person.id } })).toBe(1);
  expect(cookieIn(answer, "concerted-way")).toBe("");
  const entry = await db.activity.findFirstOrThrow({ orderBy: { id: "desc" } });
  expect(entry).toMatchObject({ kind: "person.signedIn", actorId: person.id, facts: { by: "organization" } });
  expect(JSON.stringify(entry.facts)).not.toContain("@");
});

test("the address may stand in the token or be told when asked", async () => {
  const other = await given.person({ email: "rep@driftwood.example" });
  second.account.who = { email: "Rep@Driftwood.example", email_verified: true };
  expect(whereTo(await goRound(ids.second))).toBe("/en");
  expect(await db.session.count({ where: { personId: other.id } })).toBe(1);
});

test("the session this browser had ends as the new one begins", async () => {
  const old = "o".repeat(43);
  const expiresAt = new Date(Date.now() + 3_600_000);
  await db.session.create({ data: { personId: person.id, tokenHash: sha256(old), expiresAt } });
  const { secret, location } = await depart(ids.first);
  await comeBack(ids.first, await walk(location), secret, `; concerted-session=${old}`);
  expect(await sessions()).toBe(1);
  expect(await db.session.count({ where: { tokenHash: sha256(old) } })).toBe(0);
});

test("a sign-in over there of an hour ago signs in and commits nothing", async () => {
  const { secret, location } = await depart(ids.first);
  // Somebody takes the wish for a sign-in of late out of the address.
  const authorization = new URL(location);
  authorization.searchParams.delete("max_age");
  first.account.signedInAt = Math.floor(Date.now() / 1000) - 3_600;
  const back = await walk(authorization.href);
  delete first.account.signedInAt;
  await comeBack(ids.first, back, secret);
  const { authenticatedAt } = await db.session.findFirstOrThrow({ where: { personId: person.id } });
  expect(authenticatedAt.getTime()).toBeLessThan(Date.now() - 9.9 * 60_000);
});

test.each([
  ["an address that nobody here has", { email: `nobody@${domain}`, email_verified: true }],
  ["an address of another domain", { email: "somebody@driftwood.example", email_verified: true }],
  ["an address of a domain that only ends alike", { email: `somebody@not-${domain}`, email_verified: true }],
  ["an address that was not confirmed over there", { email, email_verified: false }],
  ["an address of which nothing is said", { email }],
  ["an address with a look-alike letter", { email: `s\u043emebody@${domain}`, email_verified: true }],
  ["an address in quotes", { email: `"somebody"@${domain}`, email_verified: true }],
  ["two addresses", { email: `${email},rep@${domain}`, email_verified: true }],
  ["no address", { email_verified: true }],
])("%s is signed in nowhere, by the same answer, and nobody is made", async (_, who) => {
  await given.person({ email: "somebody@driftwood.example" });
  const people = await db.person.count();
  first.account.who = who;
  const answer = await goRound();
  expect([answer.status, answer.headers.get("location")]).toEqual([303, `${origin}/en/sign-in/refused?why=refused`]);
  expect(cookieIn(answer, "concerted-session")).toBeUndefined();
  expect(await sessions()).toBe(0);
  expect(await db.person.count()).toBe(people);
});

test("a token made for another way's nonce is refused", async () => {
  const { secret, location } = await depart(ids.first);
  const bent = new URL(location);
  bent.searchParams.set("nonce", "another-nonce-than-was-asked-for");
  expect(whyOf(await comeBack(ids.first, await walk(bent.href), secret))).toBe("refused");
  expect(await sessions()).toBe(0);
});

test("a code that came back is taken once: not by the same browser again, nor by another way of one's own", async () => {
  const { secret, location } = await depart(ids.first);
  const back = await walk(location);
  expect(whereTo(await comeBack(ids.first, back, secret))).toBe("/en");
  expect(whyOf(await comeBack(ids.first, back, secret))).toBe("interrupted");
  const again = await depart(ids.first);
  const replayed = new URL(back);
  replayed.searchParams.set("state", new URL(again.location).searchParams.get("state") ?? "");
  expect(whyOf(await comeBack(ids.first, replayed, again.secret))).toBe("refused");
  expect(await sessions()).toBe(1);
});

test("twenty who bring one code at once: one is signed in", async () => {
  const { secret, location } = await depart(ids.first);
  const back = await walk(location);
  const answers = await Promise.all(Array.from({ length: 20 }, () => comeBack(ids.first, back, secret)));
  expect(answers.filter((it) => cookieIn(it, "concerted-session"))).toHaveLength(1);
  expect(await sessions()).toBe(1);
});

test("a way that somebody else began does not sign their victim in: another browser's cookie, or none, ends it", async () => {
  const attacker = await depart(ids.first);
  const back = await walk(attacker.location);
  const victim = await depart(ids.first);
  expect(whyOf(await comeBack(ids.first, back, victim.secret))).toBe("refused");
  const bare = new Request(back.href);
  expect(whyOf(await finishOidc(bare, ids.first))).toBe("interrupted");
  expect(await sessions()).toBe(0);
});

test("one issuer cannot pass for another: not at its place, nor by its name", async () => {
  const { secret, location } = await depart(ids.first);
  const back = await walk(location);
  const elsewhere = new URL(back.href.replace(ids.first, ids.second));
  expect(whyOf(await comeBack(ids.second, elsewhere, secret))).toBe("interrupted");
  const again = await depart(ids.first);
  const named = await walk(again.location);
  named.searchParams.set("iss", second.origin);
  expect(whyOf(await comeBack(ids.first, named, again.secret))).toBe("refused");
  const unnamed = await depart(ids.first);
  const silent = await walk(unnamed.location);
  silent.searchParams.delete("iss");
  expect(whyOf(await comeBack(ids.first, silent, unnamed.secret))).toBe("refused");
  expect(await sessions()).toBe(0);
});

test("a way that took too long, or whose sign-in was put out of use meanwhile, leads nowhere", async () => {
  const late = await depart(ids.first, "?next=/fr/agreement%3Ftheme%3Doutreach");
  const back = await walk(late.location);
  await db.signInAttempt.updateMany({ data: { expiresAt: new Date(Date.now() - 1_000) } });
  const told = await comeBack(ids.first, back, late.secret);
  expect(whyOf(told)).toBe("interrupted");
  // Whoever begins anew still ends where they meant to.
  expect(told.headers.get("location")).toContain(
    "/fr/sign-in/refused?why=interrupted&next=%2Ffr%2Fagreement%3Ftheme%3D",
  );
  expect(await sessions()).toBe(0);
  const ended = await depart(ids.first);
  const then = await walk(ended.location);
  await db.identityProvider.update({ where: { id: ids.first }, data: { enabled: false } });
  expect(whyOf(await comeBack(ids.first, then, ended.secret))).toBe("interrupted");
  expect((await leave(ids.first)).status).toBe(404);
  await db.identityProvider.update({ where: { id: ids.first }, data: { enabled: true } });
});

test("what was asked of the issuer shows no secret: a code challenge, never its verifier, and nothing kept here opens it", async () => {
  const { secret, location } = await depart(ids.first, `?email=${email}`);
  const asked = new URL(location).searchParams;
  expect(Object.fromEntries(asked)).toMatchObject({
    response_type: "code",
    code_challenge_method: "S256",
    scope: "openid email",
    login_hint: email,
    max_age: "600",
  });
  expect(location).not.toContain(secret);
  const rows = JSON.stringify(await db.signInAttempt.findMany());
  for (const word of [secret, asked.get("state"), asked.get("nonce")]) expect(rows).not.toContain(word);
});

test.each([
  "https://evil.example/en",
  "//evil.example",
  "/api/v1/tokens",
])("after the way there and back %s is nowhere to go", async (next) => {
  const answer = await goRound(ids.first, `?next=${encodeURIComponent(next)}`);
  expect(answer.headers.get("location")).toBe(`${origin}/en`);
});

test("another site cannot send anybody on the way, and a made-up provider is not there", async () => {
  expect((await leave(ids.first, "", { "sec-fetch-site": "cross-site" })).status).toBe(403);
  for (const id of [randomUUID(), "x", "../../callback"]) expect((await leave(id)).status).toBe(404);
});

test("an issuer that does not answer says so on our page, and mail goes on", async () => {
  const gone = await startIssuer();
  const id = await connect(gone, ["gone.example"]);
  await gone.close();
  await db.identityProvider.update({ where: { id }, data: { version: 9 } });
  const answer = await leave(id, "?next=/fr/positions");
  expect(answer.headers.get("location")).toBe(`${origin}/fr/sign-in/refused?why=unreachable&next=%2Ffr%2Fpositions`);
});
