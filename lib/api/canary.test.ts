import { beforeAll, expect, test, vi } from "vitest";
import { refreshConcealed } from "@/lib/agreement/jobs";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { canariesIn, type Observer, observers, outside } from "@/tests/support/canary/canaries";
import { decidedColumns, decisionFor, plantedColumns } from "@/tests/support/canary/columns";
import { type ReadRequest, requestsFor } from "@/tests/support/canary/requests";
import { buildCanaryWorld, type CanaryWorld } from "@/tests/support/canary/world";
import { line, origin, ours, rest, rpc } from "@/tests/support/identities";
import { listEndpoints } from "./endpoints";
import { handleRequest } from "./gateway";
import { handleRest } from "./handlers";
import { publicProcedures } from "./procedure-options";

vi.hoisted(() => {
  process.env.RATE_EXPORTS = "1000000";
});

// Attacks 1, 2 and 3: a word is planted wherever words are kept, and looked for in every answer, for every observer.

let world: CanaryWorld;
let requests: ReadRequest[];
/** What each of those who look came across, of what was planted. */
const found = new Map<Observer, Set<string>>(observers.map((who) => [who, new Set()]));

const come = (who: Observer, text: string) => {
  for (const word of canariesIn(text)) found.get(who)?.add(word);
};

/** An answer, with everything about it that could tell something. */
async function ask(who: Observer, { path }: ReadRequest): Promise<string> {
  const answer = await rest("GET", path, { as: world.callers[who] });
  const headers = ["etag", "content-disposition", "link", "content-type"].map((it) => answer.headers.get(it));
  // When somebody was last here moves with their own requests.
  const text = (await answer.text()).replace(/"last(?:SeenAt|Here|UsedAt)":"[^"]*"/g, "");
  return JSON.stringify([answer.status, headers, text, await askOn(who, path, text)]);
}

/** The page after a page of one row. */
async function askOn(who: Observer, path: string, text: string): Promise<string> {
  const cursor = /[?&]limit=1(?:&|$)/.test(path) && /"nextCursor":"([^"]+)"/.exec(text)?.[1];
  if (!cursor) return "";
  const answer = await rest("GET", `${path}&cursor=${cursor}`, { as: world.callers[who] });
  expect(answer.status, path).toBe(200);
  return answer.text();
}

/** The report is the same for everybody: in all its variants it is asked for by a few, by the others plainly. */
const thorough: readonly Observer[] = ["visitor", "other", "representative"];
const requestsOf = (who: Observer) =>
  requests.filter(({ name, plain }) => plain || thorough.includes(who) || !/^(report|library|themes)\./.test(name));

async function readAll(who: Observer): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  await several(requestsOf(who), async (request) => void answers.set(request.path, await ask(who, request)));
  return answers;
}

/** A few at a time. */
async function several<T>(items: readonly T[], work: (item: T) => Promise<void>) {
  const left = [...items];
  const worker = async () => {
    for (let item = left.shift(); item; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: 6 }, worker));
}

/** What those who are blind to something saw before anything was planted. */
const before = new Map<Observer, Map<string, string>>();

beforeAll(async () => {
  world = await buildCanaryWorld();
  requests = requestsFor(world);
  await refreshConcealed();
});

test("every column that can hold words was decided about, and no decision is about a column that is gone", async () => {
  const columns = await db.$queryRaw<{ table: string; column: string }[]>`
    SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns c JOIN information_schema.tables t
      USING (table_schema, table_name) WHERE table_type = 'BASE TABLE' AND table_schema IN ('public', 'graphile_worker')
      AND data_type IN ('text', 'character varying', 'character', 'json', 'jsonb', 'ARRAY', 'bytea', 'xml')`;
  const undecided = columns.filter(({ table, column }) => decisionFor(table, column) === null);
  expect(undecided, "say in tests/support/canary/columns.ts, or in the noun’s own part, who may see it").toEqual([]);
  const there = new Set(columns.map(({ table, column }) => `${table}.${column}`));
  expect(decidedColumns.filter((name) => !there.has(name))).toEqual([]);
});

const minutes = 60_000;

test("whoever may not see what is planted sees the same before and after: texts, counts, totals, tags", {
  timeout: 8 * minutes,
}, async () => {
  for (const who of world.stages[0]?.blind ?? []) before.set(who, await readAll(who));
  for (const [at, stage] of world.stages.entries()) {
    await stage.plant();
    const next = world.stages[at + 1]?.blind ?? [];
    for (const who of stage.blind.filter((it) => !next.includes(it))) {
      for (const [path, text] of await readAll(who)) {
        come(who, text);
        expect([path, text], `${who} can tell ${stage.name}`).toEqual([path, before.get(who)?.get(path)]);
      }
    }
  }
});

test("whoever is outside sees what a visitor sees, whatever else they are", () => {
  // One's own organization is no secret to oneself, whatever became of it.
  const theirs: Partial<Record<Observer, string>> = { applicant: "canary-applying", suspended: "canary-suspended" };
  // An administrator reads when the network rests, which others are told by the days themselves, and keeps consultations.
  const more = (who: Observer, name: string) =>
    name === "administration.network" || (who === "administrator" && name.startsWith("studies."));
  for (const who of outside) {
    for (const { path, name } of requestsOf(who).filter((it) => publicProcedures.includes(it.name))) {
      if (more(who, name)) continue;
      const own = theirs[who];
      if (own && (path.startsWith(`/organizations/${own}`) || path.endsWith("?status=applied"))) continue;
      const [answered, visitors] = [who, "visitor" as const].map((it) => before.get(it)?.get(path));
      expect([who, path, answered]).toEqual([who, path, visitors]);
    }
  }
});

test("the daily batch says that some are not shown, and nothing else of them", async () => {
  const grid = async () => {
    const answer = await rest("GET", "/agreement");
    return (await answer.json()) as { propositions: { slug: string; notShown: string; counts: object }[] };
  };
  const before = await grid();
  await refreshConcealed();
  const after = await grid();
  // Wherever somebody in the theme shows no answer, and not only where it is kept.
  const hidden = after.propositions.filter(({ notShown }) => notShown === "some").map(({ slug }) => slug);
  for (const kept of ["canary-kept", "canary-narrowed", "canary-older", "canary-quiet", "canary-told"])
    expect(hidden).toContain(kept);
  expect(hidden.length).toBe(after.propositions.length);
  const without = ({ propositions, ...rest }: typeof before) => ({
    ...rest,
    propositions: propositions.map(
      ({ notShown: _, category: __, list: ___, counts, ...it }: Record<string, unknown> & { notShown: string }) => ({
        ...it,
        counts: { ...(counts as object), not_recorded: null },
      }),
    ),
  });
  expect(without(after as never)).toEqual(without(before as never));
});

test("every confidential column holds a planted word", async () => {
  for (const name of plantedColumns) {
    const [table = "", column = ""] = name.split(".");
    const schema = table.startsWith("_private") ? "graphile_worker" : "public";
    const rows = await db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS "count" FROM ${Prisma.raw(`"${schema}"."${table}"`)}
      WHERE ${Prisma.raw(`"${column}"`)}::text LIKE '%cnry-%'`;
    expect([name, rows[0]?.count]).not.toEqual([name, 0]);
  }
});

test("in the answers of every endpoint each planted word is found by those who may see it, and by nobody else", {
  timeout: 8 * minutes,
}, async () => {
  for (const who of observers) {
    // What those outside were answered after everything was planted was looked through above.
    await several(requestsOf(who), async (request) => {
      if (!outside.includes(who)) come(who, await ask(who, request));
      if (!request.plain && !thorough.includes(who)) return;
      const twin = await rpc(request.name, request.input, { as: world.callers[who] });
      come(who, JSON.stringify([...twin.headers]) + (await twin.text()));
    });
  }
  for (const [word, readers] of world.canaries.readers) {
    const seenBy = observers.filter((who) => found.get(who)?.has(word));
    expect([word, seenBy]).toEqual([word, observers.filter((who) => readers.includes(who))]);
  }
  const planted = new Set(world.canaries.readers.keys());
  const strange = [...found.values()].flatMap((words) => [...words]).filter((word) => !planted.has(word));
  expect(strange, "words that only look planted").toEqual([]);
});

test("what is hidden answers like what was never there, by every endpoint and method", async () => {
  const strangers: Observer[] = ["visitor", "other", "otherToken", "observer", "convener", "former"];
  const doors = listEndpoints().filter(({ path }) => path.startsWith("/positions/{organization}"));
  for (const who of strangers) {
    for (const { method, path } of doors) {
      const at = (proposition: string) => {
        const there = path.replace("{organization}", "canary-owner").replace("{proposition}", proposition);
        const headers = { "if-match": '"1"', "idempotency-key": `${who}-${proposition}` };
        const body = method === "GET" || method === "DELETE" ? {} : { body: inputFor(path, method) };
        return rest(method, there, { as: world.callers[who], headers, ...body });
      };
      const [hidden, absent] = [await at("canary-kept"), await at("canary-nothing")];
      expect([who, method, path, hidden.status]).toEqual([who, method, path, absent.status]);
      expect(await hidden.text(), `${who} ${method} ${path}`).toBe(await absent.text());
    }
  }
});

const inputFor = (path: string, method: string) => {
  if (method === "PUT") return { stance: "support", rationale: { en: "Because." } };
  if (path.endsWith("/visibility")) return { visibility: "public" };
  return path.endsWith("/sign-off") ? { decision: "sign_off" } : {};
};

test("neither a condition nor a cross-site read nor HEAD gets past what may be seen", async () => {
  const path = `${origin}/api/v1/positions/canary-owner/canary-kept`;
  for (const headers of [
    { "if-none-match": "*" },
    { "if-none-match": '"1"' },
    { "if-match": '"1"' },
    { range: "bytes=0-10" },
  ]) {
    const answer = await handleRequest(new Request(path, { headers: { ...ours, ...line(), ...headers } }), handleRest);
    expect([answer.status, canariesIn(await answer.text())]).toEqual([404, []]);
  }
  const head = await handleRequest(new Request(path, { method: "HEAD", headers: { ...ours, ...line() } }), handleRest);
  expect([head.status, head.headers.get("etag")]).toEqual([404, null]);
});
