import "server-only";
import { readUnhurried, type SqlConnection } from "@/lib/platform/db/unhurried";
import { sha256 } from "@/lib/platform/text/digest";
import { toCanonicalRow } from "./record";
import type { StoredFacts } from "./schema";

/** A row of the record, as it lies in the database. */
export type ActivityRow = {
  id: bigint;
  at: Date;
  kind: string;
  actorId: string | null;
  byToken: boolean;
  subject: string;
  facts: StoredFacts;
  /** Over its number and the rows that its act touched, which `findRowFault` looks at; empty in rows from before. */
  rowsDigest: string;
  previousHash: string;
  hash: string;
};

/** The hash before the first row. */
export const beginning = "0".repeat(64);

/** What a row's hash has to be after the one before it; null when the row cannot even be put into canonical form. */
function hashOf({ at, kind, actorId, byToken, subject, facts, rowsDigest }: ActivityRow, previous: string) {
  try {
    return sha256(previous + toCanonicalRow({ at, kind, actorId, byToken, subject, facts }) + rowsDigest);
  } catch {
    return null;
  }
}

export type Verdict = { rows: number; head: string; firstBad: bigint | null };

const batch = 2_000;

/**
 * Computes every hash anew, in order. `firstBad` is the first row that is not what was told, or that does not follow the
 * row before it. A tail that was cut off shows only in `head`: compare it with one kept elsewhere.
 */
export async function verifyRows(all: AsyncIterable<ActivityRow>): Promise<Verdict> {
  let rows = 0;
  let head = beginning;
  for await (const row of all) {
    if (row.previousHash !== head || row.hash !== hashOf(row, head)) return { rows, head, firstBad: row.id };
    head = row.hash;
    rows += 1;
  }
  return { rows, head, firstBad: null };
}

/** The database keeps more digits of a number than we can read: what differs only there would read as what was told. */
const exactFacts = `CASE WHEN NOT EXISTS (
    SELECT 1 FROM jsonb_path_query("facts", 'strict $.**?(@.type() == "number")') AS n(v)
    WHERE v::text::numeric <> v::text::float8::text::numeric) THEN "facts" END`;

/** A record made before it had rows is read as well: a backup may be older. */
const hasRows = `SELECT EXISTS (SELECT FROM information_schema.columns
  WHERE table_schema = 'public' AND table_name = 'Activity' AND column_name = 'rows') AS found`;

/** The record row by row, many at a time. */
export async function* readRecord(connection: SqlConnection): AsyncGenerator<ActivityRow> {
  const { rows: known } = await connection.query<{ found: boolean }>(hasRows);
  const rowsDigest = known[0]?.found ? 'digest_of_lines("id", "rows")' : "''";
  for (let after = "-1"; ; ) {
    const { rows } = await connection.query<Omit<ActivityRow, "id"> & { id: string }>(
      `SELECT "id"::text, "at", "kind", "actorId", "byToken", "subject", ${exactFacts} AS "facts",
         ${rowsDigest} AS "rowsDigest", "previousHash", "hash"
       FROM "Activity" WHERE "Activity"."id" > $1::bigint ORDER BY "Activity"."id" LIMIT ${batch}`,
      [after],
    );
    for (const row of rows) yield { ...row, id: BigInt(row.id) };
    const last = rows.at(-1);
    if (!last || rows.length < batch) return;
    after = last.id;
  }
}

/** Reads the whole record and verifies its chain. */
export const verifyChain = () => readUnhurried((connection) => verifyRows(readRecord(connection)));
