import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { given } from "@/tests/support/builders";
import { browserOf, direct, line, origin, ours, programOf, rest, rpc } from "@/tests/support/identities";
import { listEndpoints } from "./endpoints";
import { handleRequest } from "./gateway";
import { handleRpc } from "./handlers";

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
const written = () => db.positionRevision.count({ where: { position: { organizationId: desk.organization.id } } });

// Attack 5: mass assignment.
test.each([
  "id",
  "organizationId",
  "version",
  "standing",
  "signedOffAt",
  "authorId",
  "draftState",
  "mandateId",
  "viewer",
  "byToken",
])("a draft takes no field that it does not offer: %s", async (field) => {
  const as = await programOf(signatory, "commit");
  const before = await written();
  const answer = await rest("PUT", path, { as, headers: first, body: { ...stand, [field]: 1 } });
  expect([answer.status, await written()]).toEqual([400, before]);
  const nested = { ...stand, rationale: { en: "Because.", [field]: "x" } };
  expect((await rest("PUT", path, { as, headers: first, body: nested })).status).toBe(400);
  const twin = await rpc("positions.saveDraft", { ...desk.positionPath, ...stand, [field]: 1 }, { as, headers: first });
  expect([twin.status, await written()]).toEqual([400, before]);
});

test("nobody makes themselves an administrator, a guest or somebody else by what they say of themselves", async () => {
  const as = await browserOf(signatory);
  for (const field of ["administrator", "guest", "email", "id", "emailVerified", "representations", "mandates"]) {
    expect((await rest("PATCH", "/me", { as, body: { [field]: true } })).status, field).toBe(400);
  }
  for (const field of ["personId", "tokenHash", "expiresAt", "createdAt"]) {
    const body = { name: "Mine", scope: "read", [field]: "2099-01-01" };
    expect((await rest("POST", "/tokens", { as, body })).status, field).toBe(400);
  }
  expect(await db.person.findUnique({ where: { id: signatory.id } })).toMatchObject({ administrator: false });
});

test("the path decides what is written: another key in the body is refused, by RPC and by REST", async () => {
  const other = await given.organization();
  const as = await programOf(signatory, "commit");
  const elsewhere = { ...stand, organization: other.slug };
  expect((await rest("PUT", path, { as, headers: first, body: elsewhere })).status).toBe(400);
  const query = await rest("PUT", `${path}?organization=${other.slug}`, { as, headers: first, body: stand });
  expect([200, 400]).toContain(query.status);
  expect(await db.position.count({ where: { organizationId: other.id } })).toBe(0);
});

// Attack 6: operators where a value belongs.
const operators = ["[$ne]=x", "[not]=x", "[in][]=x", "[contains]=x", "[0]=x", "[OR][0][id]=x", ".not=x", "[]=x"];
test.each(operators)("an operator in a filter is a bad shape, on every list: %s", async (operator) => {
  for (const { method, path: list } of listEndpoints().filter((it) => it.method === "GET" && it.params.length === 0)) {
    for (const name of ["organization", "theme", "q", "stance", "limit", "cursor"]) {
      const answer = await rest(method, `${list}?${name}${operator}`, { headers: direct });
      expect([400, 401], `${list}?${name}${operator}`).toContain(answer.status);
    }
  }
});

test("an operator inside a body is a bad shape, by RPC and by REST", async () => {
  const as = await programOf(signatory, "commit");
  for (const value of [{ not: "support" }, { $ne: 1 }, ["support"], { equals: "support" }, { set: "support" }]) {
    expect((await rest("PUT", path, { as, headers: first, body: { ...stand, stance: value } })).status).toBe(400);
    const input = { organization: value, proposition: desk.positionPath.proposition };
    expect((await rpc("positions.get", input, { as })).status).toBe(400);
    expect((await rpc("organizations.list", { q: value }, { as })).status).toBe(400);
  }
});

// Attack 20: SQL in sort and search.
const sql = ["'", "' OR 1=1 --", '"; DROP TABLE "Theme"; --', "\\'; SELECT pg_sleep(9); --", "%", "_", "%' ESCAPE '!"];
test.each(sql)("SQL and its wildcards in a search are words that nothing bears: %s", async (q) => {
  for (const list of ["/organizations", "/propositions", "/dilemmas", "/search"]) {
    const answer = await rest("GET", `${list}?q=${encodeURIComponent(q)}`);
    expect([answer.status, await answer.json()], list).toMatchObject([200, { total: 0 }]);
  }
});

test("no list is sorted by what a caller names", async () => {
  for (const name of ["sort", "order", "orderBy", "sort_by", "select", "include", "fields", "filter", "where"]) {
    const answer = await rest("GET", `/organizations?${name}=${encodeURIComponent('name"; SELECT 1; --')}`);
    expect(answer.status, name).toBe(400);
  }
});

// Attack 5 by the back way: types that our own screens' form can carry.
const poison = [
  { json: {}, meta: [[0, "__proto__", "polluted"]] },
  { json: {}, meta: [[1, "constructor", "prototype", "polluted"]] },
  { json: { a: "1" }, meta: [[0, "a", "__proto__"]] },
  { json: "x", meta: [[99, "length"]] },
  { json: { q: "/(a+)+$/" }, meta: [[5, "q"]] },
  { json: { q: ["x"] }, meta: [[6, "q"]] },
  { json: { limit: "9".repeat(5_000) }, meta: [[0, "limit"]] },
  { json: [], meta: {} },
];
test.each(
  poison.map((it) => [JSON.stringify(it).slice(0, 60), it] as const),
)("a form that would reach into what it should not is a bad shape: %s", async (_, body) => {
  const url = `${origin}/api/rpc/organizations/list`;
  const posted = new Request(url, {
    method: "POST",
    headers: { ...line(), ...ours },
    body: JSON.stringify(body),
  });
  const request = new Request(`${url}?data=${encodeURIComponent(JSON.stringify(body))}`, { headers: line() });
  expect((await handleRequest(posted, handleRpc)).status).toBe(400);
  expect((await handleRequest(request, handleRpc)).status).toBe(400);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

// Attack 25: deep and wide JSON, wide queries.
test.each([
  ["a hundred thousand lists in each other", `${"[".repeat(100_000)}${"]".repeat(100_000)}`],
  ["fifty thousand objects in each other", `${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`],
  ["a hundred thousand names", JSON.stringify(Object.fromEntries(Array.from({ length: 80_000 }, (_, i) => [i, 0])))],
  ["a name that comes twice", '{"stance":"support","stance":"oppose","rationale":{}}x'],
  ["a number without end", `{"stance":${"9".repeat(400_000)}}`],
])("a body that is too much is refused: %s", async (_, body) => {
  const as = await programOf(signatory, "commit");
  expect((await rest("PUT", path, { as, headers: first, body })).status).toBe(400);
});

test("a query of thousands of names, deep names or huge places is refused", async () => {
  const wide = Array.from({ length: 2_000 }, (_, i) => `a${i}=1`).join("&");
  const deep = `theme${"[a]".repeat(3_000)}=1`;
  for (const query of [wide, deep, "theme[999999999]=1", "limit[1e9]=1", `q=${"a".repeat(9_000)}`]) {
    expect((await rest("GET", `/propositions?${query}`)).status, query.slice(0, 40)).toBe(400);
  }
});
