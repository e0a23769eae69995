import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import type { TokenScope } from "@/lib/platform/generated/prisma/enums";
import { sha256 } from "@/lib/platform/text/digest";
import { given } from "@/tests/support/builders";
import { handleRequest } from "./gateway";
import { handleRest } from "./handlers";

const origin = "http://localhost:3000";

async function tokenOf(person: { id: string }, scope: TokenScope) {
  const secret = `cncd_${randomUUID()}${randomUUID()}`.replaceAll("-", "");
  const expiresAt = new Date(Date.now() + 3_600_000);
  await db.accessToken.create({
    data: { personId: person.id, name: "test", scope, tokenHash: sha256(secret), expiresAt },
  });
  return secret;
}

let organization: Awaited<ReturnType<typeof given.organization>>;
let proposition: Awaited<ReturnType<typeof given.proposition>>;
let signatory: Awaited<ReturnType<typeof given.signatory>>;
let token: string;

beforeEach(async () => {
  organization = await given.organization();
  proposition = await given.proposition();
  signatory = await given.signatory(organization);
  token = await tokenOf(signatory, "commit");
});

type Call = { key?: string | null; body?: unknown; ifMatch?: string; bearer?: string };

function call(method: string, path: string, { key = null, body = {}, ifMatch, bearer = token }: Call = {}) {
  const headers: Record<string, string> = { authorization: `Bearer ${bearer}`, "content-type": "application/json" };
  if (key) headers["idempotency-key"] = key;
  if (ifMatch) headers["if-match"] = ifMatch;
  else if (method === "PUT") headers["if-none-match"] = "*";
  const init = { method, headers, body: JSON.stringify(body) };
  return handleRequest(new Request(`${origin}/api/v1${path}`, init), handleRest);
}

const positionPath = () => `/positions/${organization.slug}/${proposition.slug}`;
const stand = { stance: "support", rationale: { en: "Because." }, visibility: "network" };
const decide = { decision: "sign_off" };

async function drafted() {
  const answer = await call("PUT", positionPath(), { body: stand });
  expect(answer.status).toBe(200);
  return answer.headers.get("etag") ?? "";
}

const steps = () => db.positionStep.count({ where: { position: { organizationId: organization.id } } });

test("a POST with a token says which request it is, or is refused", async () => {
  const ifMatch = await drafted();
  expect((await call("POST", `${positionPath()}/sign-off`, { body: decide, ifMatch })).status).toBe(400);
  expect(
    (await call("POST", `${positionPath()}/sign-off`, { body: decide, ifMatch, key: "with a space" })).status,
  ).toBe(400);
  expect(await steps()).toBe(1);
});

test("the same key and body get the same answer, and the work is done once", async () => {
  const ifMatch = await drafted();
  const key = randomUUID();
  const first = await call("POST", `${positionPath()}/sign-off`, { body: decide, ifMatch, key });
  const second = await call("POST", `${positionPath()}/sign-off`, { body: decide, ifMatch, key });
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(second.headers.get("idempotent-replay")).toBe("true");
  expect(second.headers.get("etag")).toBe(first.headers.get("etag"));
  expect(await second.text()).toBe(await first.text());
  expect(await steps()).toBe(3);
});

test("fifty identical submits at once do the work once and answer alike", async () => {
  const ifMatch = await drafted();
  const key = randomUUID();
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => call("POST", `${positionPath()}/sign-off`, { body: decide, ifMatch, key })),
  );
  const bodies = await Promise.all(answers.map((it) => it.text()));
  const good = bodies.filter((_, i) => answers[i]?.status === 200);
  expect(good.length).toBeGreaterThan(0);
  expect(new Set(good).size).toBe(1);
  // Whoever waited longer than a lock may be waited for was told to try again; nobody did the work a second time.
  expect(answers.every(({ status }) => status === 200 || status === 503)).toBe(true);
  expect(await steps()).toBe(3);
});

test("the same key with another body is refused", async () => {
  const ifMatch = await drafted();
  const key = randomUUID();
  await call("POST", `${positionPath()}/sign-off`, { body: decide, ifMatch, key });
  const other = await call("POST", `${positionPath()}/sign-off`, {
    body: { decision: "return", note: "Other" },
    ifMatch,
    key,
  });
  expect(other.status).toBe(422);
});

test("the same key with another query is refused, as with another body, and the same query is answered again", async () => {
  const ifMatch = await drafted();
  const key = randomUUID();
  const path = `${positionPath()}/sign-off`;
  const first = await call("POST", `${path}?trace=a`, { body: decide, ifMatch, key });
  const answers = [];
  for (const query of ["", "?", "?trace=b", "?trace=a&trace=a", "?trace=a"])
    answers.push((await call("POST", `${path}${query}`, { body: decide, ifMatch, key })).status);
  expect([first.status, answers]).toEqual([200, [422, 422, 422, 422, 200]]);
});

test.each([
  "read",
  "draft",
] as const)("a token for %s is not told again what a token that commits was told", async (scope) => {
  const ifMatch = await drafted();
  const key = randomUUID();
  const path = `${positionPath()}/sign-off`;
  const first = await call("POST", path, { body: decide, ifMatch, key });
  const narrower = await call("POST", path, { body: decide, ifMatch, key, bearer: await tokenOf(signatory, scope) });
  expect([first.status, narrower.status]).toEqual([200, 403]);
  expect(narrower.headers.get("idempotent-replay")).toBeNull();
  expect(await narrower.text()).not.toContain("standing");
  const same = await call("POST", path, { body: decide, ifMatch, key, bearer: await tokenOf(signatory, "commit") });
  expect([same.status, same.headers.get("idempotent-replay")]).toEqual([200, "true"]);
});

test("a key belongs to its account and its address", async () => {
  const ifMatch = await drafted();
  const key = randomUUID();
  expect((await call("POST", `${positionPath()}/sign-off`, { body: decide, ifMatch, key })).status).toBe(200);
  const withdrawn = await call("POST", `${positionPath()}/withdrawal`, { body: {}, key });
  expect(withdrawn.status).toBe(200);
  const another = await tokenOf(await given.signatory(organization), "commit");
  const theirs = await call("POST", `${positionPath()}/sign-off`, { body: decide, ifMatch, key, bearer: another });
  expect(theirs.headers.get("idempotent-replay")).toBeNull();
});

test("refused work leaves no key behind, so that it can be tried again rightly", async () => {
  await drafted();
  const key = randomUUID();
  const stale = await call("POST", `${positionPath()}/sign-off`, { body: decide, ifMatch: '"99"', key });
  expect(stale.status).toBe(412);
  const right = await call("POST", `${positionPath()}/sign-off`, { body: decide, ifMatch: '"1"', key });
  expect(right.status).toBe(200);
  expect(right.headers.get("idempotent-replay")).toBeNull();
});

test("an answer that is shown once is never kept", async () => {
  const key = randomUUID();
  await call("POST", "/tokens", { body: { name: "Once", scope: "read", days: 1 }, key });
  expect(await db.idempotencyKey.count({ where: { key } })).toBe(0);
});
