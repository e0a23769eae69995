import { buildPages } from "../../bin/dev/checks/pages.mjs";
import { generate } from "../../bin/dev/steps/generate.mjs";
import { withClient } from "../../bin/host/postgres/roles.mjs";
import { makeShutdown } from "../../bin/host/shutdown.mjs";
import { type Fault, type Finding, nothingFound, type Skipped } from "./finding";
import { readSoakOptions } from "./options";
import { root } from "./process";
import { type SoakOptions, startDurable } from "./setting";
import { heading, row, summarize } from "./table";

/** Makes everything go wrong that can be made to, again and again, and prints what became of what was promised. */
const leave = makeShutdown();

async function soak() {
  const { choice, chosen } = readSoakOptions(process.argv.slice(2));
  const nodes = choice.kind === "pages" ? "the web server with its pages" : "small nodes that serve the router";
  await generate(root);
  if (choice.kind === "pages") await buildPages(root);
  console.log(`seed ${choice.seed}, ${choice.rounds} rounds, ${nodes}\n\n${heading()}`);
  const findings: (Finding | Skipped)[] = [];
  for (const fault of chosen) {
    const finding = await tryOne(fault, choice);
    if (leave.isLeaving()) return;
    findings.push(finding);
    console.log(row(fault, finding));
  }
  const { line, held } = summarize(findings);
  console.log(`\n${line}`);
  void leave(held ? 0 : 1);
}

/** On a server of its own, so that what one fault leaves behind does not trouble the next. */
async function tryOne(fault: Fault, choice: SoakOptions): Promise<Finding | Skipped> {
  const server = await startDurable();
  leave.first(server.stop);
  try {
    await mustKeepPromises(server.superUrl);
    return await inTime(fault, choice, fault.run({ server, choice }));
  } catch (error) {
    return { ...nothingFound, broken: [error instanceof Error ? error.message : String(error)] };
  } finally {
    await server.stop();
  }
}

/** Nothing acknowledged could be expected to last on a database that does not wait for its disk. */
async function mustKeepPromises(url: string) {
  const sql =
    "SELECT name FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes') AND setting <> 'on'";
  const careless = await withClient(url, async (client) => (await client.query(sql)).rows.map(({ name }) => name));
  if (careless.length > 0) throw new Error(`the database runs without ${careless.join(", ")}`);
}

async function inTime<T>({ name }: Fault, { rounds }: SoakOptions, work: Promise<T>): Promise<T> {
  const patience = 600_000 + rounds * 15_000;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const minutes = Math.round(patience / 60_000);
    timer = setTimeout(() => reject(new Error(`${name} did not end within ${minutes} minutes`)), patience);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

leave.during(soak, 130);
