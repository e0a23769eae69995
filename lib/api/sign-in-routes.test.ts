import { afterAll, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { createLinkToken } from "@/lib/platform/session/sign-in-links";
import { sha256 } from "@/lib/platform/text/digest";
import { ownerDb } from "@/tests/support/owner-db";
import { refuseForeignForm, signIn } from "./sign-in-routes";

const origin = "http://localhost:3000";
const email = "rep.red-cedar@demo.example";
const post = (headers: Record<string, string>) =>
  new Request(`${origin}/api/auth/callback/email`, { method: "POST", headers });
const cookieOf = (response: Response) =>
  /concerted-session=([^;]+)/.exec(response.headers.get("set-cookie") ?? "")?.[1] ?? "";

beforeEach(async () => {
  await ownerDb.person.deleteMany({});
  await db.person.create({ data: { email } });
});
afterAll(() => db.$disconnect());

test.each([
  ["another site", { origin: "https://evil.example" }],
  ["another site that a browser marked", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
  ["a subdomain or another port", { origin: "http://localhost:3001", "sec-fetch-site": "same-site" }],
  ["a sandboxed page", { origin: "null", "sec-fetch-site": "cross-site" }],
  ["a program that says nothing", {}],
  ["a program that says null", { origin: "null" }],
  ["an address typed in", { "sec-fetch-site": "none" }],
])("a form from %s is refused", async (_, headers) => {
  const refused = await refuseForeignForm(post(headers as Record<string, string>));
  expect(refused?.status).toBe(403);
});

test("our own forms pass, also where the browser withholds the origin because our pages send no referrer", async () => {
  expect(await refuseForeignForm(post({ origin }))).toBeNull();
  expect(await refuseForeignForm(post({ origin: "null", "sec-fetch-site": "same-origin" }))).toBeNull();
});

test("a link leads to the page that was asked for, on our own origin whatever the request says its host is", async () => {
  const poisoned = post({ host: "evil.example", "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" });
  const response = await signIn(poisoned, await createLinkToken(email), "/fr/positions?theme=a&q=%2B1");
  expect(response.status).toBe(303);
  expect(response.headers.get("location")).toBe(`${origin}/fr/positions?theme=a&q=%2B1`);
  expect(response.headers.get("cache-control")).toBe("private, no-store");
  expect(await db.session.count({ where: { tokenHash: sha256(cookieOf(response)) } })).toBe(1);
});

test("a link leads nowhere else", async () => {
  const response = await signIn(post({}), await createLinkToken(email), "//evil.example/en");
  expect(response.headers.get("location")).toBe(`${origin}/en`);
});

test("a used link says so in the reader's language, gives no session and ends none", async () => {
  const token = await createLinkToken(email);
  const cookie = cookieOf(await signIn(post({}), token, null));
  const again = await signIn(post({ cookie: `concerted-session=${cookie}` }), token, "/fr/positions");
  expect(again.headers.get("location")).toBe(`${origin}/fr/sign-in/ended?next=%2Ffr%2Fpositions`);
  expect(again.headers.get("set-cookie")).toBeNull();
  expect(await db.session.count({ where: { tokenHash: sha256(cookie) } })).toBe(1);
});

test("signing in gives this browser another cookie and ends what the old one opened", async () => {
  const first = cookieOf(await signIn(post({}), await createLinkToken(email), null));
  const second = cookieOf(
    await signIn(post({ cookie: `a=b; concerted-session=${first}` }), await createLinkToken(email), null),
  );
  expect(second).not.toBe(first);
  expect(await db.session.findMany({ select: { tokenHash: true } })).toEqual([{ tokenHash: sha256(second) }]);
});

test("a cookie that an attacker planted before is not the one that is signed in", async () => {
  const planted = "x".repeat(43);
  const response = await signIn(post({ cookie: `concerted-session=${planted}` }), await createLinkToken(email), null);
  expect(cookieOf(response)).not.toBe(planted);
  expect(await db.session.count({ where: { tokenHash: sha256(planted) } })).toBe(0);
});
