import { Client } from "pg";
import { describeDifference } from "@/bin/cli/describe-difference";
import { UserError } from "@/bin/host/user-error.mjs";
import { migrate } from "@/bin/server/migrate.mjs";
import { readRecord, verifyRows } from "@/lib/activity/read";
import { findRowFault } from "@/lib/activity/read.rows";
import type { SqlConnection } from "@/lib/platform/db/unhurried";
import { checkFile } from "./file";
import type { Opening } from "./format";
import { type AgreedHeads, compareHeads } from "./heads";
import { type Connections, type Loaded, loadRows } from "./load";
import { readOpening } from "./parse";
import { listSealKeys, type SealKey } from "./seal";
import { plainSettings, readTables } from "./tables";
import { mustBeEmpty, prepareTarget, type Target } from "./target";

export type Rebuilt = Loaded & {
  opening: Opening;
  digest: string;
  /** Null where the operator went on without a seal. */
  sealedWith: SealKey | null;
  heads: AgreedHeads;
};

type Options = {
  /** A copy for looking at must not do the work that the original does. */
  withoutJobs?: boolean;
  /** The operator takes a file that nobody vouches for. */
  withoutSeal?: boolean;
  /** Rows that differ from what the record says of them are restored all the same: `audit:verify` goes on naming them. */
  withFaults?: boolean;
};

/** The database of a backup, made anew in an empty one and compared: seal, rows, digests, the record's chain and its heads. */
export async function rebuild(file: string, target: Target, options: Options = {}): Promise<Rebuilt> {
  const { withoutJobs = false, withoutSeal = false, withFaults = false } = options;
  const { digest, sealedWith } = await checkFile(file, { keys: listSealKeys(), withoutSeal });
  const opening = await readOpening(file);
  await prepareTarget(target, opening);
  const loaded = await withConnections(target, async (connections) => {
    await connections.owner.query("BEGIN");
    await connections.app.query("BEGIN");
    await keepOut(connections.owner);
    const done = await loadRows(connections, file, opening.counters);
    await mustBeWhole(connections.owner, opening);
    if (sealedWith?.demonstrationOnly) await mustBeDemonstration(connections.owner);
    if (!withFaults) await mustBeAsRecorded(connections.owner);
    const heads = await compareHeads(connections.owner, opening);
    if (withoutJobs) await connections.app.query("DELETE FROM graphile_worker._private_jobs");
    await connections.owner.query("COMMIT");
    await connections.app.query("COMMIT");
    return { ...done, heads, ...(withoutJobs && { jobs: 0 }) };
  });
  await migrate(target);
  return { ...loaded, opening, digest, sealedWith };
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
  const { rows, head, firstBad } = await verifyRows(readRecord(owner as SqlConnection));
  if (firstBad !== null) throw new UserError(`The record's chain breaks at row ${firstBad}.`);
  if (rows !== record.rows || head !== record.hash)
    throw new UserError(`The record had come to row ${record.id}, and ends elsewhere in the backup.`);
}

/** Each row against its digest in the record. A backup of an earlier schema has none: migrating adds them afterwards. */
async function mustBeAsRecorded(owner: Client) {
  const { rows } = await owner.query(`SELECT to_regproc('public.find_row_faults') IS NOT NULL AS known`);
  const fault = rows[0]?.known ? await findRowFault(owner as SqlConnection) : null;
  if (fault) throw new UserError(`${describeDifference(fault)} With --with-faults it is restored as it is.`);
}

/** Every server of an installation knows its AUTH_SECRET: what it seals is vouched for by all of them. */
async function mustBeDemonstration(owner: Client) {
  const { rows } = await owner.query(`SELECT FROM "Network" WHERE "kind" = 'demonstration'`);
  if (rows.length === 0)
    throw new UserError("The backup is sealed with AUTH_SECRET, which is enough for a demonstration alone.");
}
