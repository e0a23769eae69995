import { Client } from "pg";
import { UserError } from "@/bin/host/user-error.mjs";
import { migrate } from "@/bin/server/migrate.mjs";
import { readRecord, verifyRows } from "@/lib/activity/read";
import type { Asks } from "@/lib/platform/db/unhurried";
import { checkFile } from "./file";
import type { Opening } from "./format";
import { type Connections, type Loaded, loadRows } from "./load";
import { readOpening } from "./parse";
import { plainSettings, readTables } from "./tables";
import { mustBeEmpty, prepareTarget, type Target } from "./target";

export type Rebuilt = Loaded & { opening: Opening; digest: string };

type Options = {
  /** A copy for looking at must not do the work that the original does. */
  withoutJobs?: boolean;
};

/** The database of a backup, made anew in an empty one and compared: rows, digests, and the record's chain. */
export async function rebuild(file: string, target: Target, { withoutJobs = false }: Options = {}): Promise<Rebuilt> {
  const digest = await checkFile(file);
  const opening = await readOpening(file);
  await prepareTarget(target, opening);
  const loaded = await withConnections(target, async (connections) => {
    await connections.owner.query("BEGIN");
    await connections.app.query("BEGIN");
    await keepOut(connections.owner);
    const done = await loadRows(connections, file, opening.counters);
    await mustBeWhole(connections.owner, opening);
    if (withoutJobs) await connections.app.query("DELETE FROM graphile_worker._private_jobs");
    await connections.owner.query("COMMIT");
    await connections.app.query("COMMIT");
    return withoutJobs ? { ...done, jobs: 0 } : done;
  });
  await migrate(target);
  return { ...loaded, opening, digest };
}

async function withConnections<T>({ ownerUrl, appUrl }: Target, work: (hands: Connections) => Promise<T>): Promise<T> {
  const [owner, app] = [new Client({ connectionString: ownerUrl }), new Client({ connectionString: appUrl })];
  const both = [owner, app];
  for (const client of both) client.on("error", () => undefined);
  try {
    for (const client of both) await client.connect();
    for (const client of both) await client.query(plainSettings);
    return await work({ owner, app });
  } finally {
    // Without a commit, ending a connection leaves everything as it was.
    for (const client of both) await client.end().catch(() => undefined);
  }
}

/** Whoever started meanwhile may have written: looked at again, and now for good. */
async function keepOut(owner: Client) {
  const tables = await readTables(owner);
  await owner.query(`LOCK TABLE ${tables.map(({ source }) => source).join(", ")} IN ACCESS EXCLUSIVE MODE`);
  await mustBeEmpty(owner);
}

async function mustBeWhole(owner: Client, { record }: Opening) {
  const { rows, head, firstBad } = await verifyRows(readRecord(owner as Asks));
  if (firstBad !== null) throw new UserError(`The record's chain breaks at row ${firstBad}.`);
  if (rows !== record.rows || head !== record.hash)
    throw new UserError(`The record had come to row ${record.id}, and ends elsewhere in the backup.`);
}
