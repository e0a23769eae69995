import { build } from "../../bin/dev/steps/build.mjs";
import { generate } from "../../bin/dev/steps/generate.mjs";
import { withClient } from "../../bin/host/postgres/roles.mjs";
import { type RunningServer, startServer } from "../support/servers/application-server";
import { type DatabaseProxy, startDatabaseProxy } from "../support/servers/database-proxy";
import { growBriefing, growRegister } from "./scale-world";
import { root } from "./server";
import { median, pairedRatio } from "./statistics";

/** One register, served, and what its pages ask the database. */
type Register = { server: RunningServer; line: DatabaseProxy; cookie: string };
type Page = { name: string; small: string; large: string };
type Cost = { statements: number; times: number[] };

const size = { organizations: 10_000, propositions: 200 };
const quickly = { organizations: 1_000, propositions: 100 };

/** In the demonstration with its own; where there are many, with two hundred organizations and forty items. */
const meeting = "foreign-affairs-2";

/** Who holds what on one proposition, and what one organization holds: in the demonstration, and where there is a continent of them. */
const pages: Page[] = [
  { name: "proposition", small: "propositions/narrow-definition", large: "propositions/narrow-definition" },
  { name: "organization", small: "organizations/prairie-horizon", large: "organizations/scale-1" },
  { name: "organizations", small: "organizations", large: "organizations" },
  { name: "briefing", small: `briefings/${meeting}`, large: `briefings/${meeting}` },
];

/** What the register costs to read as it grows: statements and time of each page, small and large in turn. */
export async function measureScale({ quick }: { quick: boolean }) {
  const { organizations, propositions } = quick ? quickly : size;
  await generate(root);
  await build(root);
  const small = await serve("scale-small.log");
  try {
    const large = await serve("scale-large.log");
    try {
      console.log(`growing one register to ${organizations} members and ${propositions} propositions`);
      await withClient(large.server.superUrl, async (client) => {
        await growRegister(client, organizations, propositions);
        await growBriefing(client, meeting);
      });
      console.log("\npage           reader      statements small, large     ms small, large     ratio (at most 1.50)");
      for (const page of pages)
        for (const reader of ["visitor", "signatory"] as const) await measure(page, reader, small, large);
    } finally {
      await large.server.stop();
    }
  } finally {
    await small.server.stop();
  }
}

async function serve(log: string): Promise<Register> {
  let line: DatabaseProxy | undefined;
  const server = await startServer(log, {
    settings: { LOG_LEVEL: "error" },
    reachDatabase: async (url) => {
      line = await startDatabaseProxy(url);
      return line;
    },
  });
  if (!line) throw new Error("the line was not laid");
  const body = new URLSearchParams({ email: "signatory.prairie-horizon@demo.example" });
  const init = { method: "POST", body, headers: { origin: server.origin }, redirect: "manual" } as const;
  const answer = await fetch(`${server.origin}/api/demonstration/sign-in`, init);
  return { server, line, cookie: answer.headers.get("set-cookie")?.split(";")[0] ?? "" };
}

const rounds = 60;

async function measure(page: Page, reader: "visitor" | "signatory", small: Register, large: Register) {
  const [one, other]: [Cost, Cost] = [
    { statements: 0, times: [] },
    { statements: 0, times: [] },
  ];
  for (let round = -10; round < rounds; round++) {
    for (const [register, at, cost] of [
      [small, page.small, one],
      [large, page.large, other],
    ] as const) {
      const headers = { cookie: reader === "signatory" ? register.cookie : "" };
      const began = performance.now();
      const asked = await register.line.during(async () => {
        const answer = await fetch(`${register.server.origin}/en/${at}`, { headers });
        if (answer.status !== 200) throw new Error(`/en/${at} answered ${answer.status}`);
        await answer.arrayBuffer();
      });
      if (round < 0) continue;
      cost.times.push(performance.now() - began);
      cost.statements = Math.max(cost.statements, asked);
    }
  }
  const [fast, slow] = [median(one.times), median(other.times)];
  const row = [
    page.name.padEnd(14),
    reader.padEnd(11),
    `${one.statements}, ${other.statements}`.padEnd(27),
    `${fast.toFixed(1)}, ${slow.toFixed(1)}`.padEnd(19),
    pairedRatio(other.times, one.times).toFixed(2),
  ];
  console.log(row.join(" "));
}
