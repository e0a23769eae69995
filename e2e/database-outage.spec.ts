import pg from "pg";
import { withClient } from "../bin/host/postgres/roles.mjs";
import { growRegister } from "../tests/bench/scale-world";
import { addMembers } from "../tests/support/bulk-members";
import { crowdSize } from "../tests/support/crowd-size";
import { cookieOf } from "../tests/support/demonstration-cookie";
import { expect, test } from "../tests/support/journey";
import { pages } from "../tests/support/page-list";
import { type RunningServer, startServer } from "../tests/support/servers/application-server";
import { type DatabaseProxy, startDatabaseProxy } from "../tests/support/servers/database-proxy";

type Cost = { status: number; statements: number };
type Read = { reader: string; at: string; cookie: string };

const readers = { "a visitor": null, "the convener": "convener@demo.example" };

/** Every page, by who reads it. */
async function listReads(server: RunningServer): Promise<Read[]> {
  const proposition = await firstProposition(server.env.DATABASE_OWNER_URL ?? "");
  const addresses = Object.values({ ...pages, "propositions/[slug]": `propositions/${proposition}` });
  const reads: Read[] = [];
  for (const [reader, email] of Object.entries(readers)) {
    const cookie = email ? await cookieOf(server.origin, email) : "";
    reads.push(...addresses.map((at) => ({ reader, at, cookie })));
  }
  return reads;
}

async function costOf({ at, cookie }: Read, origin: string, line: DatabaseProxy): Promise<Cost> {
  let status = 0;
  const statements = await line.during(async () => {
    const answer = await fetch(`${origin}/en/${at}`, { headers: { cookie }, redirect: "manual" });
    status = answer.status;
    await answer.arrayBuffer();
  });
  return { status, statements };
}

/** The one that the whole crowd has answered. */
async function firstProposition(connectionString: string): Promise<string> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(`SELECT "slug" FROM "Proposition" ORDER BY "number" LIMIT 1`)).rows[0].slug;
  } finally {
    await client.end();
  }
}

let server: RunningServer;
let line: DatabaseProxy;

/** A server of its own, since its line to the database is listened to, and cut. */
test.beforeAll(async () => {
  test.setTimeout(300_000);
  let laid: DatabaseProxy | undefined;
  server = await startServer("database-line.log", {
    settings: { LOG_LEVEL: "error" },
    reachDatabase: async (url) => {
      laid = await startDatabaseProxy(url);
      return laid;
    },
  });
  if (!laid) throw new Error("the line was not laid");
  line = laid;
});
test.afterAll(() => server.stop());
test.describe.configure({ mode: "serial" });

test("while the database cannot be reached, a page says so whole, in its reader's language, and when to come back", async () => {
  const known = { cookie: await cookieOf(server.origin, "rep.driftwood@demo.example") };
  const words = { en: "The server is busy", fr: "Le serveur est occupé" };
  line.sever();
  for (const locale of ["en", "fr"] as const) {
    for (const at of ["", "/positions", "/organizations/driftwood?on=2026-01-01", "/sign-in", "/nothing"]) {
      for (const headers of [{}, known]) {
        const answer = await fetch(`${server.origin}/${locale}${at}`, { headers, redirect: "manual" });
        const body = await answer.text();
        expect(answer.status, at).toBe(503);
        expect(answer.headers.get("retry-after"), at).toBe("2");
        expect(answer.headers.get("cache-control"), at).toBe("private, no-store");
        expect(answer.headers.get("content-security-policy"), at).toContain("default-src 'none'");
        expect(body, at).toContain(`<html lang="${locale}">`);
        expect(body, at).toContain(`<h1>${words[locale]}</h1>`);
      }
    }
  }
  const asked = await fetch(`${server.origin}/api/v1/themes`);
  expect(asked.status).toBe(503);
  expect(asked.headers.get("retry-after")).toBe("2");
  line.mend();
  await expect.poll(async () => (await fetch(`${server.origin}/en/positions`)).status).toBe(200);
});

test(`no page asks the database more often at ${crowdSize} organizations than at 50`, async () => {
  test.setTimeout(300_000);
  const owner = server.env.DATABASE_OWNER_URL ?? "";
  await addMembers(1, 36, owner);
  const reads = await listReads(server);
  const few = new Map<Read, Cost>();
  for (const read of reads) few.set(read, await costOf(read, server.origin, line));
  await addMembers(37, crowdSize - 14, owner);
  const grown: string[] = [];
  for (const read of reads) {
    const before = few.get(read);
    let now = await costOf(read, server.origin, line);
    // What is asked once in a while, whoever comes, is no part of what a page costs.
    if (before && now.statements > before.statements) now = await costOf(read, server.origin, line);
    expect(now.status, read.at).toBe(before?.status);
    if (before && now.statements > before.statements)
      grown.push(`${read.reader} /${read.at}: ${before.statements}, then ${now.statements}`);
  }
  expect(grown).toEqual([]);
  const costs = [...few.values()].filter(({ status }) => status === 200);
  expect(costs.length).toBeGreaterThan(reads.length / 2);
  expect(Math.max(...costs.map(({ statements }) => statements))).toBeGreaterThan(3);
});

test("an organization that holds two hundred positions asks the database no more often than one that holds forty", async () => {
  test.setTimeout(300_000);
  const count = async (at: string, cookie: string) => {
    const read = { reader: "", at, cookie };
    const [first, second] = [await costOf(read, server.origin, line), await costOf(read, server.origin, line)];
    expect([first.status, second.status]).toEqual([200, 200]);
    return Math.min(first.statements, second.statements);
  };
  await withClient(server.superUrl, async (client) => {
    const { rows } = await client.query(`SELECT count(*)::int AS "all" FROM "Organization" WHERE "status" = 'member'`);
    await growRegister(client, rows[0].all + 1, 200);
  });
  const [few, many] = ["organizations/prairie-horizon", "organizations/scale-1"] as const;
  for (const cookie of ["", await cookieOf(server.origin, "rep.driftwood@demo.example")]) {
    expect(await count(many, cookie)).toBeLessThanOrEqual(await count(few, cookie));
    const first = await (await fetch(`${server.origin}/en/${many}`, { headers: { cookie } })).text();
    const [, cursor] = /cursor=([^"&]+)/.exec(first) ?? [];
    const later = await count(`${many}?cursor=${cursor}`, cookie);
    expect(later).toBeLessThanOrEqual(await count(few, cookie));
  }
  const page = await (await fetch(`${server.origin}/en/${many}`)).text();
  expect(page).toMatch(/href="\/en\/organizations\/scale-1\?cursor=[^"]+"/);
});
