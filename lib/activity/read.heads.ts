import "server-only";
import { readFile } from "node:fs/promises";
import { readUnhurried, type SqlConnection } from "@/lib/platform/db/unhurried";
import { headsFile } from "./jobs";
import { beginning, readRecord, type Verdict, verifyRows } from "./read";
import { findRowFault, type RowFault } from "./read.rows";
import { type KeptHead, keptHead } from "./schema";

/** Every head noted outside the database, oldest first, and the number of the first line that nobody can read. */
export async function readHeads(): Promise<{ heads: KeptHead[]; unreadable: number | null }> {
  const text = await readFile(headsFile(), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  const heads: KeptHead[] = [];
  for (const [i, line] of text.split("\n").entries()) {
    if (line === "") continue;
    const read = keptHead.safeParse(parse(line));
    if (!read.success) return { heads, unreadable: i + 1 };
    heads.push(read.data);
  }
  return { heads, unreadable: null };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** Those that speak of the record there is now: after a restore, or when it began anew, earlier ones spoke of another. */
export const bindingHeads = (heads: readonly KeptHead[]) =>
  heads.slice(
    Math.max(
      heads.findLastIndex(({ occasion }) => occasion === "restored" || occasion === "begun anew"),
      0,
    ),
  );

/** A head that the record no longer leads to: its row is gone from the end, or is another one. */
export type Loss = { head: KeptHead; how: "cutOff" | "rewritten"; lastVouched: KeptHead | null };

export type RecordVerdict = Verdict & {
  heads: number;
  loss: Loss | null;
  unreadable: number | null;
  /** The first row that stands otherwise than the record says; looked for where the record itself is whole. */
  differs: RowFault | null;
};

/**
 * The chain by itself, then against what was noted outside: rows cut off at its end, or all of it told anew. Then what stands
 * against what the record says of it.
 */
export async function verifyRecord(connection?: SqlConnection): Promise<RecordVerdict> {
  if (!connection) return readUnhurried((unhurried) => verifyRecord(unhurried));
  const { heads, unreadable } = await readHeads();
  const verdict = await verifyRows(readRecord(connection));
  const binding = bindingHeads(heads);
  const loss = verdict.firstBad === null ? await findLoss(connection, binding) : null;
  const whole = verdict.firstBad === null && loss === null;
  return {
    ...verdict,
    heads: binding.length,
    loss,
    unreadable,
    differs: whole ? await findRowFault(connection) : null,
  };
}

async function findLoss(connection: SqlConnection, heads: KeptHead[]): Promise<Loss | null> {
  const ids = heads.map(({ id }) => id);
  const { rows } = await connection.query<{ id: string; hash: string }>(
    `SELECT "id"::text, "hash" FROM "Activity" WHERE "Activity"."id" = ANY ($1::bigint[])
       OR "Activity"."id" = (SELECT max("id") FROM "Activity")`,
    [ids],
  );
  const told = rows.map(({ id, hash }) => [BigInt(id), hash] as const);
  const hashes = new Map<bigint, string>([[0n, beginning], ...told]);
  const end = told.reduce((latest, [id]) => (id > latest ? id : latest), 0n);
  let lastVouched: KeptHead | null = null;
  for (const head of heads) {
    const id = BigInt(head.id);
    if (id > end) return { head, how: "cutOff", lastVouched };
    if (hashes.get(id) !== head.hash) return { head, how: "rewritten", lastVouched };
    lastVouched = head;
  }
  return null;
}
