import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import type { KeptHead } from "@/lib/activity/schema";
import { type Counter, formatVersion, type Opening, toLine } from "./format";
import { jobNumbers, queue } from "./queue";
import { plainSettings, readLines, readTables, type Table } from "./tables";

/** The number under which migrations lock: the schema stays as it is while its rows are read. */
const migrationLock = 72707369;

const queueTables = ["_private_jobs", "_private_tasks", "_private_job_queues"].map((it) => `graphile_worker.${it}`);

const manifest = path.resolve(import.meta.dirname, "../../../package.json");

/** What is known of a snapshot once it was read. */
export type SnapshotSummary = { opening?: Opening; rows: number };

/** Everything in the database as of one moment, while others go on writing. The role that serves may do this. */
export async function* readSnapshot(
  url: string,
  told: SnapshotSummary,
  heads: KeptHead[] = [],
): AsyncGenerator<string> {
  const client = new Client({ connectionString: url, application_name: "concerted-backup" });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query(plainSettings);
    await client.query("SELECT pg_advisory_lock_shared($1)", [migrationLock]);
    const tables = [...(await readTables(client)), queue];
    // The locks come before the first look: emptying a table would otherwise show through, even in one snapshot.
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const names = tables.filter((table) => table !== queue).map(({ source }) => source);
    await client.query(`LOCK TABLE ${[...names, ...queueTables].join(", ")} IN ACCESS SHARE MODE`);
    told.opening = await readOpening(client, heads);
    yield toLine(told.opening);
    yield* readAll(client, tables, told);
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
}

async function* readAll(client: Client, tables: Table[], told: SnapshotSummary): AsyncGenerator<string> {
  for (const table of tables) {
    yield toLine({ table: table.name, columns: table.columns });
    const digest = createHash("sha256");
    let rows = 0;
    for await (const lines of readLines(client, table)) {
      const chunk = `${lines.join("\n")}\n`;
      digest.update(chunk);
      rows += lines.length;
      yield chunk;
    }
    yield toLine({ end: table.name, rows, digest: digest.digest("hex") });
    told.rows += rows;
  }
  yield toLine({ whole: { tables: tables.length, rows: told.rows } });
}

async function readOpening(client: Client, heads: KeptHead[]): Promise<Opening> {
  const { rows: migrations } = await client.query(
    `SELECT migration_name AS name, checksum FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  const { rows: record } = await client.query(
    `SELECT (SELECT count(*)::int FROM "Activity") AS rows, id::text, hash FROM "Activity" ORDER BY "Activity".id DESC LIMIT 1`,
  );
  const { rows: now } = await client.query<{ at: Date }>("SELECT now() AS at");
  return {
    concerted: "backup",
    format: formatVersion,
    version: JSON.parse(readFileSync(manifest, "utf8")).version,
    takenAt: (now[0]?.at ?? new Date()).toISOString(),
    migrations,
    record: record[0] ?? { rows: 0, id: "0", hash: "0".repeat(64) },
    heads,
    counters: await readCounters(client),
  };
}

/** Sequences know no transaction: read after the snapshot began, they are never behind its rows. */
async function readCounters(client: Client): Promise<Counter[]> {
  const { rows } = await client.query<Counter>(
    `SELECT quote_ident(sequencename) AS name, last_value::text AS value FROM pg_sequences
     WHERE schemaname = 'public' ORDER BY 1`,
  );
  const { rows: jobs } = await client.query<Counter>(
    `SELECT $1 AS name, last_value::text AS value FROM pg_sequences
     WHERE format('%I.%I', schemaname, sequencename) = ${jobNumbers}`,
    [queue.name],
  );
  return [...rows, ...jobs];
}
