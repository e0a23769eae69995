import { createHash } from "node:crypto";
import { type Client, escapeIdentifier } from "pg";
import { UserError } from "@/bin/host/user-error.mjs";
import type { Counter } from "./format";
import { readSections, type Section } from "./parse";
import { insertJobs, jobNumbers, queue } from "./queue";
import { readLines, readTables, type Table } from "./tables";

/** Two connections, each in a transaction: the owner of the tables and the role that owns the queue. */
export type Connections = { owner: Client; app: Client };

export type Loaded = { tables: number; rows: number; jobs: number };

/** Puts all rows of the file into tables that hold none, and finds them there as they were. */
export async function loadRows({ owner, app }: Connections, file: string, counters: Counter[]): Promise<Loaded> {
  const tables = new Map((await readTables(owner)).map((table) => [table.name, table]));
  const loaded: Loaded = { tables: 0, rows: 0, jobs: 0 };
  const putBack = await setAside(owner, [...tables.values()]);
  for await (const section of readSections(file)) {
    const isQueue = section.name === queue.name;
    const table = isQueue ? queue : tables.get(section.name);
    if (!table || !isSame(table, section))
      throw new UserError(`Table ${section.name} is not what its migrations make.`);
    const client = isQueue ? app : owner;
    for await (const lines of section.rows) await insert(client, table, lines);
    await compare(client, table, section);
    tables.delete(section.name);
    loaded.tables += 1;
    loaded.rows += section.readEnd().rows;
    if (isQueue) loaded.jobs = section.readEnd().rows;
  }
  for (const name of tables.keys()) throw new UserError(`Table ${name} is missing in the backup.`);
  await setCounters({ owner, app }, counters);
  await putBack();
  return loaded;
}

const isSame = (table: Table, section: Section) => JSON.stringify(table.columns) === JSON.stringify(section.columns);

/**
 * Drops foreign keys and disables triggers, so that rows may come in any order. Returns the function that restores
 * them, which checks every row.
 */
async function setAside(owner: Client, tables: Table[]): Promise<() => Promise<void>> {
  const { rows: references } = await owner.query<{ table: string; name: string; words: string }>(
    `SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS words
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
  );
  for (const { table, name } of references) await owner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  for (const { source } of tables) await owner.query(`ALTER TABLE ${source} DISABLE TRIGGER USER`);
  await owner.query(`TRUNCATE ${tables.map(({ source }) => source).join(", ")}`);
  return async () => {
    for (const { table, name, words } of references)
      await owner.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${words}`);
    for (const { source } of tables) await owner.query(`ALTER TABLE ${source} ENABLE TRIGGER USER`);
  };
}

async function insert(client: Client, table: Table, lines: string[]) {
  const values = table.columns.map(({ name, type }, i) => `(line->>${i})::${type} AS ${escapeIdentifier(name)}`);
  const rows = `SELECT ${values.join(", ")} FROM json_array_elements($1::json) AS line`;
  const given: [string] = [`[${lines.join(",")}]`];
  if (table === queue) return insertJobs(client, rows, given);
  const names = table.columns.map(({ name }) => escapeIdentifier(name)).join(", ");
  await client.query(`INSERT INTO ${table.source} (${names}) OVERRIDING SYSTEM VALUE ${rows}`, given);
}

/** What is read from the database now has to be, line by line, what was read when the backup was made. */
async function compare(client: Client, table: Table, section: Section) {
  const digest = createHash("sha256");
  let rows = 0;
  for await (const lines of readLines(client, table)) {
    digest.update(`${lines.join("\n")}\n`);
    rows += lines.length;
  }
  const written = section.readEnd();
  if (rows !== written.rows)
    throw new UserError(`Table ${table.name}: ${written.rows} rows were written, ${rows} came back.`);
  if (digest.digest("hex") !== written.digest)
    throw new UserError(`Table ${table.name}: its ${rows} rows are not those that were written.`);
}

/** Numbers go on after the last one that was given away. */
async function setCounters({ owner, app }: Connections, counters: Counter[]) {
  for (const { name, value } of counters) {
    if (value === null) continue;
    if (name === queue.name) await app.query(`SELECT setval(${jobNumbers}::regclass, $1)`, [value]);
    else await owner.query("SELECT setval($1::regclass, $2)", [name, value]);
  }
}
