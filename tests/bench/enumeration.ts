import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import type pg from "pg";
import { build } from "../../bin/dev/steps/build.mjs";
import { generate } from "../../bin/dev/steps/generate.mjs";
import { withClient } from "../../bin/host/postgres/roles.mjs";
import { applicationBy } from "../support/application-form";
import { readCpu } from "./processes";
import { root, type Server, serve } from "./server";
import { makeSetting, type Setting } from "./setting";
import { compareRanks, median, percentile } from "./statistics";
import { print } from "./table";

const domain = "enumeration.example";
/** As long as one another, and mixed, so that neither says anything but whether it is known. */
const addressOf = (known: boolean, number: number) =>
  `${known ? "known" : "other"}-${String(number).padStart(5, "0")}@${domain}`;

type Ask = { path: string; body: object; cookie?: string };

/** Every endpoint that takes an address from somebody who does not know whether it has an account. */
const endpoints: Record<string, (email: string, cookie: string) => Ask> = {
  "asking for a sign-in link": (email) => ({ path: "/sign-in-links", body: { email, language: "en" } }),
  "asking how one signs in": (email) => ({ path: "/sign-in-ways", body: { email } }),
  "applying with it": (email) => ({ path: "/organizations", body: applicationBy(email) }),
  "inviting it": (email, cookie) => ({ path: "/organizations/prairie-horizon/people", body: { email }, cookie }),
};

/** On one connection kept open: what is timed is the answer, not the way to it. */
function makeClient({ address, host }: Server) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = ({ path, body, cookie }: Ask) =>
    new Promise<{ status: number; ms: number }>((resolve, reject) => {
      const text = JSON.stringify(body);
      const headers = {
        host,
        origin: `http://${host}`,
        "x-concerted": "1",
        "idempotency-key": randomUUID(),
        "content-type": "application/json",
        "content-length": String(Buffer.byteLength(text)),
        ...(cookie && { cookie }),
      };
      const began = performance.now();
      const sent = request(new URL(`/api/v1${path}`, address), { method: "POST", agent, headers }, (answer) => {
        answer.resume();
        answer.once("end", () => resolve({ status: answer.statusCode ?? 0, ms: performance.now() - began }));
      });
      sent.once("error", reject);
      sent.end(text);
    });
  return { ask, close: () => agent.destroy() };
}

type Times = { known: number[]; unknown: number[]; cpu: { known: number; unknown: number }; statuses: Set<number> };

/** Pairs in either order; between them the counts of mails are forgotten, since they are per day. */
async function time(server: Server, client: pg.Client, cookie: string, { endpoint, pairs }: Timed): Promise<Times> {
  const { ask, close } = makeClient(server);
  const times: Times = { known: [], unknown: [], cpu: { known: 0, unknown: 0 }, statuses: new Set() };
  const warm = 20;
  for (let pair = -warm; pair < pairs; pair++) {
    await client.query(`DELETE FROM "RateWindow"`);
    for (const known of Math.random() < 0.5 ? [true, false] : [false, true]) {
      const cpu = readCpu(server.pid);
      const { status, ms } = await ask(endpoint(addressOf(known, pair + warm), cookie));
      if (pair < 0) continue;
      const whose = known ? "known" : "unknown";
      times[whose].push(ms);
      times.cpu[whose] += readCpu(server.pid) - cpu;
      times.statuses.add(status);
    }
  }
  close();
  return times;
}
type Timed = { endpoint: (email: string, cookie: string) => Ask; pairs: number };

const ms = (value: number) => value.toFixed(2);

function rowOf(name: string, { known, unknown, cpu, statuses }: Times) {
  const { z, p, chance } = compareRanks(known, unknown);
  return [
    name,
    [...statuses].join(" "),
    `${ms(median(known))} / ${ms(median(unknown))}`,
    `${ms(percentile(known, 0.25))}–${ms(percentile(known, 0.75))} / ${ms(percentile(unknown, 0.25))}–${ms(percentile(unknown, 0.75))}`,
    `${(cpu.known / known.length).toFixed(2)} / ${(cpu.unknown / unknown.length).toFixed(2)}`,
    chance.toFixed(3),
    z.toFixed(2),
    p.toFixed(3),
  ];
}

async function knowMany(client: pg.Client, count: number) {
  await client.query(
    `INSERT INTO "Person" ("id", "email", "name") SELECT gen_random_uuid(), 'known-' || lpad(n::text, 5, '0') || '@' || $2, 'Known'
     FROM generate_series(0, $1::int) n`,
    [count, domain],
  );
}

/** Whether time tells who has an account: known and unknown addresses in turn, at every endpoint that takes one. It fails at nothing. */
export async function measureEnumeration({ quick }: { quick: boolean }) {
  const pairs = quick ? 60 : 300;
  await generate(root);
  await build(root);
  const setting = await makeSetting();
  try {
    await report(setting, pairs);
  } finally {
    await setting.stop();
  }
}

async function report({ env, watch, world }: Setting, pairs: number) {
  const server = await serve({ name: "product", env, watch });
  try {
    const rows = await withClient(env.DATABASE_URL ?? "", async (client: pg.Client) => {
      await knowMany(client, pairs + 40);
      const rows: string[][] = [];
      for (const [name, endpoint] of Object.entries(endpoints))
        rows.push(rowOf(name, await time(server, client, world.cookie, { endpoint, pairs })));
      return rows;
    });
    const head = ["endpoint", "answers", "median ms", "quartiles ms", "CPU ms", "chance", "z", "p"];
    print(`Asked with ${pairs} known and ${pairs} unknown addresses in turn: known / unknown`, head, rows);
    console.log(
      "\nchance: how often a known address took longer than an unknown one; 0.500 is a coin. p: Mann–Whitney, two-sided.",
    );
  } finally {
    await server.stop();
  }
}
