import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { given } from "@/tests/support/builders";
import { browserOf, type Caller, line, origin, programOf, rest, rpc } from "@/tests/support/identities";
import { findEndpoint, listEndpoints } from "./endpoints";
import { handleRequest } from "./gateway";
import { handleRest, handleRpc } from "./handlers";
import { publicProcedures } from "./procedure-options";
import { readForm } from "./sign-in-routes";

let desk: Awaited<ReturnType<typeof given.desk>>;
let signatory: { id: string };
let path: string;
beforeAll(async () => {
  desk = await given.desk();
  signatory = await given.signatory(desk.organization);
  path = `/positions/${desk.positionPath.organization}/${desk.positionPath.proposition}`;
});

const stand = { stance: "support", rationale: { en: "Because." }, visibility: "network" };
const first = { "if-none-match": "*" };

// Attack 1: every route and method without a session; the sweep of anonymous-access.test.ts asks each endpoint by its own method.
test("no endpoint answers an anonymous caller by another method, by RPC's GET or by HEAD", async () => {
  const closed = listEndpoints().filter(({ name }) => !publicProcedures.includes(name));
  const opened = listEndpoints().filter(({ name }) => publicProcedures.includes(name));
  for (const { name, path: place } of closed) {
    const url = place.replace(/\{[^}]+\}/g, "something");
    for (const method of ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
      // Another endpoint of the same path may be public.
      if (opened.some((it) => it.path === place && it.method === (method === "HEAD" ? "GET" : method))) continue;
      const body = ["GET", "HEAD", "OPTIONS"].includes(method) ? {} : { body: {} };
      const answer = await rest(method, url, body);
      expect([401, 404, 405], `${method} ${url}`).toContain(answer.status);
    }
    const byGet = new Request(`${origin}/api/rpc/${name.replaceAll(".", "/")}?data={"json":{}}`, { headers: line() });
    expect([401, 405], name).toContain((await handleRequest(byGet, handleRpc)).status);
  }
});

// Attack 19, tricks with headers.
test.each([
  ["the origin, twice", { origin: `${origin}, https://evil.example` }, 403],
  ["our mark, twice", { "x-concerted": "1, 1" }, 403],
  ["an empty authorization, to pass for a program", { authorization: "" }, 401],
  ["another kind of authorization", { authorization: "Basic YTpi" }, 401],
  ["a packed body", { "content-encoding": "gzip" }, 415],
  ["a form that says it is JSON too", { "content-type": "multipart/form-data, application/json" }, 415],
] as [
  string,
  Record<string, string>,
  number,
][])("a header that says two things is not believed: %s", async (_, headers, status) => {
  const as = await browserOf(signatory);
  const answer = await rest("PUT", path, { as, body: stand, headers: { ...first, ...headers } });
  expect(answer.status).toBe(status);
});

test("no header makes one method into another", async () => {
  const as = await browserOf(signatory);
  const names = ["x-http-method-override", "x-http-method", "x-method-override"];
  const headers = Object.fromEntries(names.map((name) => [name, "DELETE"]));
  expect((await rest("GET", "/sessions", { as, headers })).status).toBe(200);
  expect((await rest("GET", "/sessions?_method=DELETE", { as })).status).toBe(400);
  expect(await db.session.count({ where: { personId: signatory.id } })).toBeGreaterThan(0);
});

test("HEAD asks like GET", async () => {
  expect((await rest("HEAD", "/themes")).status).toBe(200);
  expect((await rest("HEAD", "/tokens")).status).toBe(401);
});

test("a token for reading writes nothing, by whatever endpoint", async () => {
  const reading = await programOf(signatory, "read");
  const draft = await programOf(signatory, "draft");
  const key = () => ({ "idempotency-key": randomUUID() });
  const commit = ["positions.signOff", "positions.withdraw", "positions.changeVisibility"];
  const input: Record<string, object> = {
    "positions.saveDraft": stand,
    "positions.signOff": { decision: "sign_off" },
    "positions.changeVisibility": { visibility: "public" },
  };
  for (const { name, method } of listEndpoints().filter(
    (it) => it.name.startsWith("positions.") && it.method !== "GET",
  )) {
    const call = (as: Caller) =>
      rpc(name, { ...desk.positionPath, ...input[name] }, { as, headers: { ...key(), "if-match": '"1"' } });
    expect((await call(reading)).status, `${method} ${name}`).toBe(403);
    if (commit.includes(name)) expect((await call(draft)).status, name).toBe(403);
  }
  for (const as of [reading, draft]) {
    expect((await rpc("people.createToken", { name: "x", scope: "read" }, { as, headers: key() })).status).toBe(403);
    expect((await rpc("people.endOtherSessions", {}, { as, headers: key() })).status).toBe(403);
  }
});

// Attack 14: what was answered before the right was lost.
test("an answer that was kept is not given again to somebody who may not see it any more", async () => {
  const { organization, positionPath: place, proposition } = await given.desk();
  const leaving = await given.signatory(organization);
  const as = await programOf(leaving, "commit");
  const here = `/positions/${place.organization}/${proposition.slug}`;
  await rest("PUT", here, { as, headers: first, body: { ...stand, visibility: "organization" } });
  const headers = { "idempotency-key": randomUUID(), "if-match": '"1"' };
  const sign = () => rest("POST", `${here}/sign-off`, { as, headers, body: { decision: "sign_off" } });
  expect((await sign()).status).toBe(200);
  expect((await sign()).headers.get("idempotent-replay")).toBe("true");

  await db.representation.updateMany({ where: { personId: leaving.id }, data: { endedAt: new Date() } });
  const after = await sign();
  expect(after.status).toBe(403);
  expect(await after.text()).not.toMatch(/Because|rationale|standing/);
});

// Attacks 1 and 25, tricks with paths: the gateway counts and checks the endpoint that the router then calls.
const tricks = [
  "/agreement/export",
  "/agreement/export/",
  "/agreement/expor%74",
  "/agreement%2Fexport",
  "//agreement/export",
  "/agreement//export",
  "/./agreement/export",
  "/x/../agreement/export",
  "/x/%2e%2e/agreement/export",
  "/Agreement/Export",
  "/agreement/export;a=b",
  "/agreement/export.",
  "/agreement/export%20",
  "/agreement/export%00",
  "/agreement/export?a",
  "\\agreement\\export",
];
test.each(tricks)("the gateway finds the endpoint that the router calls: %s", async (trick) => {
  const request = () => new Request(`${origin}/api/v1${trick}`);
  const context = {
    viewer: desk.drafter,
    language: "en",
    address: "x",
    ifMatch: null,
    ifNoneMatch: false,
    direct: false,
  } as const;
  const response = await handleRest(request(), context);
  if (response?.ok) expect(findEndpoint(request())?.name).toBe("agreement.export");
  else expect([400, 404, 405, undefined]).toContain(response?.status);
});

// Attack 25: a form is a few names.
test("a form of the sign-in routes is read up to a megabyte, and is a form", async () => {
  const form = (body: BodyInit, type = "application/x-www-form-urlencoded") =>
    readForm(new Request(`${origin}/api/sign-out`, { method: "POST", body, headers: { "content-type": type } }));
  expect((await form("language=fr"))?.get("language")).toBe("fr");
  expect(await form(`language=${"x".repeat(1_000_001)}`)).toBeNull();
  expect(await form("{}", "application/json")).toBeNull();
  let sent = 0;
  const endless = new ReadableStream({
    pull(controller) {
      sent += 65_536;
      controller.enqueue(new Uint8Array(65_536));
    },
  });
  const request = new Request(`${origin}/api/sign-out`, {
    method: "POST",
    body: endless,
    duplex: "half",
    headers: { "content-type": "application/x-www-form-urlencoded" },
  } as RequestInit);
  expect(await readForm(request)).toBeNull();
  expect(sent).toBeLessThan(2_000_000);
});
