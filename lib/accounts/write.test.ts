import { afterAll, beforeEach, expect, test } from "vitest";
import { verifyChain } from "@/lib/activity/read";
import { db } from "@/lib/platform/db/client";
import { createLinkToken } from "@/lib/platform/session/sign-in-links";
import { takeLink } from "@/lib/platform/session/take-link";
import { sha256 } from "@/lib/platform/text/digest";
import { findViewerByToken } from "@/lib/viewer/read";
import { type Viewer, visitor } from "@/lib/viewer/schema";
import { ownerDb } from "@/tests/support/owner-db";
import { listTokens } from "./read";
import type { TokenScope } from "./schema";
import { createToken, issueToken, requestLink, revokeToken, startSession } from "./write";

const email = "rep.red-cedar@demo.example";
const minutes = 60_000;
const input = (scope: TokenScope, days = 30) => ({ name: "Script", scope, days });
const refusedBecause = (reason: string) => expect.objectContaining({ name: "Refusal", reason });

let me: Viewer;

const person = async (address: string): Promise<Viewer> => {
  const { id } = await db.person.create({ data: { email: address } });
  return { ...visitor, personId: id, email: address, sessionId: crypto.randomUUID(), authenticatedAt: new Date() };
};
const mark = (kind: "demonstration" | "real") => db.network.update({ where: { id: 1 }, data: { kind } });
const kinds = async () => (await db.activity.findMany({ orderBy: { id: "asc" } })).map((it) => it.kind);

beforeEach(async () => {
  await ownerDb.person.deleteMany({});
  await db.rateWindow.deleteMany({});
  await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  await mark("real");
  me = await person(email);
});
afterAll(() => db.$disconnect());

// Attack 18: finding out who has an account.
test("asking for a link answers alike for an address with an account and for one without", async () => {
  const known = await requestLink("192.0.2.1", { email, language: "en" });
  const unknown = await requestLink("192.0.2.1", { email: "nobody@demo.example", language: "en" });
  expect(unknown).toEqual(known);
  const jobs = await db.$queryRaw<{ task: string }[]>`SELECT task_identifier AS task FROM graphile_worker.jobs`;
  expect(jobs).toEqual([{ task: "send_sign_in_link" }, { task: "send_sign_in_link" }]);
});

test("one line may ask for thirty links in a quarter of an hour, whoever they are for", async () => {
  const ask = (address: string, n: number) =>
    requestLink(address, { email: `person-${n}@demo.example`, language: "en" });
  for (let n = 0; n < 30; n++) await ask(`2001:db8:1:2::${n}`, n);
  await expect(ask("2001:db8:1:2:ffff::1", 31)).rejects.toEqual(refusedBecause("tooManyLinks"));
  await expect(ask("2001:db8:1:3::1", 32)).resolves.toEqual({ accepted: true });
});

test("no secret lies in the queue, and no page of another site", async () => {
  await requestLink("192.0.2.1", { email, language: "fr", next: "//evil.example" });
  const [job] = await db.$queryRaw<{ payload: unknown }[]>`SELECT payload FROM graphile_worker._private_jobs`;
  expect(job?.payload).toEqual({ email, language: "fr", next: "/fr" });
  expect(await db.signInLink.count()).toBe(0);
});

test("a session begins in the moment the record says so; the one this browser had ends in the same moment", async () => {
  const before = await db.activity.count();
  const start = (held: string | null) => async () =>
    takeLink(await createLinkToken(email), (it) => startSession(it, held));
  const first = await start(null)();
  const held = sha256(/=([^;]+)/.exec(first ?? "")?.[1] ?? "");
  expect(await db.session.count({ where: { tokenHash: held } })).toBe(1);
  await start(held)();
  expect(await db.session.count()).toBe(1);
  expect(await db.session.count({ where: { tokenHash: held } })).toBe(0);
  const told = await db.activity.findMany({ skip: before, orderBy: { id: "asc" } });
  expect(told.map((it) => [it.kind, it.actorId])).toEqual([
    ["person.signedIn", me.personId],
    ["person.signedIn", me.personId],
  ]);
  expect(JSON.stringify(told, (_, value) => (typeof value === "bigint" ? String(value) : value))).not.toContain("@");
});

test("a token is told once, and the database keeps its hash", async () => {
  const made = await createToken(me, input("draft"));
  expect(made.token).toMatch(/^cncd_[A-Za-z0-9_-]{43}$/);
  const row = await db.accessToken.findUniqueOrThrow({ where: { id: made.id } });
  expect(row.tokenHash).toBe(sha256(made.token));
  expect(JSON.stringify(row)).not.toContain(made.token);
  expect(JSON.stringify(await listTokens(me, { limit: 100 }))).not.toContain(made.token);
  expect((await findViewerByToken(made.token))?.personId).toBe(me.personId);
});

test("a token for drafts lasts the days that were asked for; one that commits lasts an hour", async () => {
  const lifeOf = async (scope: TokenScope, days?: number) => {
    const made = await createToken(me, input(scope, days));
    return Date.parse(made.expiresAt) - Date.parse(made.createdAt);
  };
  const day = 24 * 60 * minutes;
  expect(Math.abs((await lifeOf("draft", 90)) - 90 * day)).toBeLessThan(1_000);
  expect(Math.abs((await lifeOf("commit")) - 60 * minutes)).toBeLessThan(1_000);
});

test("a token that commits begins with a sign-in of the last ten minutes", async () => {
  const stale = { ...me, authenticatedAt: new Date(Date.now() - 11 * minutes) };
  await expect(createToken(stale, input("commit"))).rejects.toEqual(refusedBecause("signInAgain"));
  await expect(createToken({ ...me, authenticatedAt: null }, input("commit"))).rejects.toEqual(
    refusedBecause("signInAgain"),
  );
  await expect(createToken(stale, input("draft"))).resolves.toBeDefined();
});

test("a token makes no tokens", async () => {
  for (const scope of ["read", "draft", "commit"] as const) {
    const token = { ...me, sessionId: null, token: { id: crypto.randomUUID(), scope } };
    await expect(createToken(token, input("read"))).rejects.toEqual(refusedBecause("onlyInSession"));
  }
});

test("a revoked token opens nothing at the next request, and revoking twice tells the record once", async () => {
  const made = await createToken(me, input("read"));
  const before = (await kinds()).length;
  expect((await revokeToken(me, made.id)).state).toBe("revoked");
  expect(await findViewerByToken(made.token)).toBeNull();
  expect((await revokeToken(me, made.id)).state).toBe("revoked");
  expect((await kinds()).slice(before)).toEqual(["token.revoked"]);
});

test("somebody else's token is not there", async () => {
  const made = await createToken(me, input("read"));
  const other = await person("guest@demo.example");
  await expect(revokeToken(other, made.id)).rejects.toEqual(refusedBecause("noSuchToken"));
  await expect(revokeToken(visitor, made.id)).rejects.toEqual(refusedBecause("noSuchToken"));
  expect((await listTokens(other, { limit: 100 })).total).toBe(0);
  expect((await listTokens(visitor, { limit: 100 })).total).toBe(0);
  expect(await findViewerByToken(made.token)).not.toBeNull();
});

test("a token ends itself, and no other", async () => {
  const [own, other] = [await createToken(me, input("read")), await createToken(me, input("read"))];
  const byToken = { ...me, sessionId: null, token: { id: own.id, scope: "read" as const } };
  await expect(revokeToken(byToken, other.id)).rejects.toEqual(refusedBecause("onlyInSession"));
  expect((await revokeToken(byToken, own.id)).state).toBe("revoked");
});

test("the command line makes no token that commits, except in a demonstration", async () => {
  const order = { email, name: "Command line", scope: "commit" as const };
  await expect(issueToken(order)).rejects.toEqual(refusedBecause("commitOnlyInSession"));
  await mark("demonstration");
  const secret = await issueToken(order);
  expect((await findViewerByToken(secret))?.token?.scope).toBe("commit");
  const row = await db.accessToken.findFirstOrThrow();
  expect(row.expiresAt.getTime() - row.createdAt.getTime()).toBeGreaterThan(23 * 60 * minutes);
  const last = await db.activity.findFirstOrThrow({ orderBy: { id: "desc" } });
  expect(last).toMatchObject({
    kind: "token.created",
    actorId: null,
    facts: { commandLine: true, person: me.personId },
  });
});

test("the command line knows who is nobody", async () => {
  await expect(issueToken({ email: "nobody@demo.example", name: "x", scope: "read" })).rejects.toEqual(
    refusedBecause("noSuchPerson"),
  );
});

test("everything told so far is one whole chain", async () => {
  const { rows, firstBad } = await verifyChain();
  expect(rows).toBeGreaterThan(5);
  expect(firstBad).toBeNull();
});
