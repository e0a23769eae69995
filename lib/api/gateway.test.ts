import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { digestOf } from "@/lib/platform/text/digest";
import { handleRequest } from "./gateway";
import { handleRest, handleRpc } from "./handlers";

const origin = "http://localhost:3000";
const ours = { origin, "x-concerted": "1", "content-type": "application/json" };

const rest = (path: string, init: RequestInit = {}) =>
  handleRequest(new Request(`${origin}/api/v1${path}`, init), handleRest);

async function problemOf(answer: Response) {
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
  const body = (await answer.json()) as {
    type: string;
    title: string;
    status: number;
    detail: string;
    errors?: object;
  };
  expect(body.status).toBe(answer.status);
  expect(body.title).not.toBe("");
  expect(body.detail).not.toBe("");
  return body;
}

beforeAll(async () => {
  const theme = await db.theme.create({
    data: { slug: "prevention", regimeArea: "practice", titleEn: "Prevention", titleFr: "Prévention", sort: 1 },
  });
  const rationale = { en: "Prevention comes first.", fr: "La prévention passe d’abord." };
  await db.proposition.create({
    data: {
      slug: "prevention-first",
      number: 8,
      themeId: theme.id,
      regimeArea: "practice",
      versions: {
        create: {
          number: 1,
          titleEn: "Prevention comes first",
          titleFr: "La prévention d’abord",
          statementEn: rationale.en,
          statementFr: rationale.fr,
          digest: digestOf([rationale]),
        },
      },
    },
  });
});

test("a stranger reads what is public", async () => {
  const answer = await rest("/propositions/prevention-first");
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ number: 8, title: { fr: "La prévention d’abord" } });
});

test("what does not exist answers 404 as a problem, in the caller's language", async () => {
  const body = await problemOf(await rest("/propositions/none", { headers: { "accept-language": "fr-CA,fr" } }));
  expect(body).toMatchObject({ status: 404, detail: "Cet énoncé n’existe pas." });
  expect((await problemOf(await rest("/no/such/place"))).status).toBe(404);
});

test("a method that an address does not take answers 405 and names those it takes", async () => {
  const answer = await rest("/themes", { method: "DELETE", headers: ours });
  expect(answer.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
  expect((await problemOf(answer)).status).toBe(405);
});

test.each([
  ["another site's origin", { ...ours, origin: "https://elsewhere.example" }, 403],
  ["no origin", { "x-concerted": "1", "content-type": "application/json" }, 403],
  ["the null origin of a sandboxed frame", { ...ours, origin: "null" }, 403],
  ["no header of ours", { origin, "content-type": "application/json" }, 403],
  ["text/plain", { ...ours, "content-type": "text/plain" }, 415],
  ["a form", { ...ours, "content-type": "application/x-www-form-urlencoded" }, 415],
])("a cross-site write is refused: %s", async (_, headers, status) => {
  const body = await problemOf(await rest("/themes", { method: "POST", headers, body: "{}" }));
  expect(body.status).toBe(status);
});

test("a page of another site may not read with the visitor's cookie", async () => {
  const answer = await rest("/themes", { headers: { "sec-fetch-site": "cross-site" } });
  expect((await problemOf(answer)).status).toBe(403);
});

test("an unknown token is refused, not taken for a visitor", async () => {
  const answer = await rest("/themes", { headers: { authorization: `Bearer ${"x".repeat(43)}` } });
  expect((await problemOf(answer)).status).toBe(401);
});

test.each([
  ["an operator in a filter", "/propositions?theme[$ne]=x", "theme"],
  ["a name that is not known", "/propositions?theme=prevention&admin=true", "admin"],
  ["a page of minus one", "/propositions?limit=-1", "limit"],
  ["a page of a thousand million", "/propositions?limit=1000000000", "limit"],
  ["half a row", "/propositions?limit=1.5", "limit"],
  ["words for a number", "/propositions?limit=many", "limit"],
  ["SQL for a theme", `/propositions?theme=${encodeURIComponent('x\'; DROP TABLE "Theme"; --')}`, "theme"],
])("a bad shape is 400 with the field named: %s", async (_, path, field) => {
  const body = await problemOf(await rest(path));
  expect(body.status).toBe(400);
  expect(Object.keys(body.errors ?? {})).toContain(field);
});

test.each([
  ["broken JSON", "{"],
  ["a polluted prototype", '{"__proto__":{"admin":true}}'],
  ["broken UTF-8", new Uint8Array([0x7b, 0xff, 0x7d])],
  ["a hundred thousand brackets", "[".repeat(100_000)],
])("a body that is none is refused before any handler: %s", async (_, body) => {
  const answer = await rest("/sign-in-links", { method: "POST", headers: ours, body });
  expect((await problemOf(answer)).status).toBe(400);
});

test("a body over one megabyte is refused, whatever its length header says", async () => {
  const body = JSON.stringify({ text: "x".repeat(1_000_001) });
  expect((await problemOf(await rest("/sign-in-links", { method: "POST", headers: ours, body }))).status).toBe(413);
  const lying = { ...ours, "content-length": "2" };
  const answer = await rest("/sign-in-links", { method: "POST", headers: lying, body: '{"a":"longer than two"}' });
  expect((await problemOf(answer)).status).toBe(400);
});

test("our own screens get the same refusals in the form that their client reads", async () => {
  const request = new Request(`${origin}/api/rpc/themes/list`, {
    method: "POST",
    body: "{}",
    headers: { "content-type": "application/json" },
  });
  const answer = await handleRequest(request, handleRpc);
  expect(answer.status).toBe(403);
  expect(await answer.json()).toMatchObject({ json: { status: 403, data: { type: "/problems/foreign-origin" } } });
});
