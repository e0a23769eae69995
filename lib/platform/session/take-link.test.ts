import { afterAll, beforeEach, expect, test } from "vitest";
import { ownerDb } from "@/tests/support/owner-db";
import { db } from "../db/client";
import { sha256 } from "../text/digest";
import type { StartedSession } from "./next-auth-adapter";
import { createLinkToken, findSignInLink } from "./sign-in-links";
import { takeLink } from "./take-link";

const email = "rep.red-cedar@demo.example";

async function startSession({ tokenHash, personId, expiresAt }: StartedSession) {
  await db.session.create({ data: { tokenHash, personId, expiresAt } });
}

beforeEach(async () => {
  await db.signInLink.deleteMany({});
  await ownerDb.person.deleteMany({});
  await db.person.create({ data: { email } });
});
afterAll(() => db.$disconnect());

// Attack 16: a link that is raced, replayed, or looked at by a mail scanner.
test("of twenty who take one link at once, one signs in", async () => {
  const token = await createLinkToken(email);
  const cookies = await Promise.all(Array.from({ length: 20 }, () => takeLink(token, startSession)));
  expect(cookies.filter((it) => it !== null)).toHaveLength(1);
  expect(await db.session.count()).toBe(1);
  expect(await db.signInLink.count()).toBe(0);
});

test("a link signs in once", async () => {
  const token = await createLinkToken(email);
  expect(await takeLink(token, startSession)).not.toBeNull();
  expect(await takeLink(token, startSession)).toBeNull();
  expect(await db.session.count()).toBe(1);
});

test("a link whose session could not be started is not spent", async () => {
  const token = await createLinkToken(email);
  expect(await takeLink(token, () => Promise.reject(new Error("the database went away")))).toBeNull();
  expect(await findSignInLink(token)).toEqual({ email });
  expect(await takeLink(token, startSession)).not.toBeNull();
});

test("looking at a link does not use it up", async () => {
  const token = await createLinkToken(email);
  expect(await findSignInLink(token)).toEqual({ email });
  expect(await findSignInLink(token)).toEqual({ email });
  expect(await takeLink(token, startSession)).not.toBeNull();
  expect(await findSignInLink(token)).toBeNull();
});

test("an expired link signs nobody in", async () => {
  const token = await createLinkToken(email);
  await db.signInLink.updateMany({ data: { expiresAt: new Date(Date.now() - 1_000) } });
  expect(await findSignInLink(token)).toBeNull();
  expect(await takeLink(token, startSession)).toBeNull();
  expect(await db.session.count()).toBe(0);
});

test("a link for someone who left in the meantime opens nothing, and makes nobody", async () => {
  const token = await createLinkToken(email);
  await ownerDb.person.deleteMany({});
  expect(await takeLink(token, startSession)).toBeNull();
  expect(await db.person.count()).toBe(0);
});

test.each(["", "x", "undefined"])("a made-up token %j signs nobody in", async (token) => {
  await createLinkToken(email);
  expect(await takeLink(token, startSession)).toBeNull();
  expect(await db.signInLink.count()).toBe(1);
});

test("neither the link nor the session can be read from the database", async () => {
  const token = await createLinkToken(email);
  const [link] = await db.signInLink.findMany();
  const cookie = await takeLink(token, startSession);
  const value = /^concerted-session=([^;]+)/.exec(cookie ?? "")?.[1] ?? "";
  const [session] = await db.session.findMany();
  expect(JSON.stringify([link, session])).not.toContain(token);
  expect(JSON.stringify([link, session])).not.toContain(value);
  expect(session?.tokenHash).toBe(sha256(value));
});

test("the cookie is for this site alone and no script reads it; it ends after seven days at most", async () => {
  const cookie = await takeLink(await createLinkToken(email), startSession);
  expect(cookie).toMatch(/; Path=\//);
  expect(cookie).toMatch(/; HttpOnly/);
  expect(cookie).toMatch(/; SameSite=Lax/);
  expect(cookie).not.toMatch(/Domain=/);
  const expires = Date.parse(/Expires=([^;]+)/.exec(cookie ?? "")?.[1] ?? "");
  const sevenDays = 7 * 24 * 60 * 60_000;
  expect(expires).toBeGreaterThan(Date.now() + sevenDays - 60_000);
  expect(expires).toBeLessThanOrEqual(Date.now() + sevenDays);
});
