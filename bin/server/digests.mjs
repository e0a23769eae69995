import canonicalize from "canonicalize";

/** So many rows are named in one row of the record: what is read at once stays small. */
const rowsPerEntry = 5_000;

const isThere = async (client) =>
  (await client.query("SELECT to_regprocedure('public.find_row_faults()') IS NOT NULL AS there")).rows[0].there;

/**
 * Before anything is migrated: what already stands otherwise than the record says. It stays a fault, whatever a migration does
 * to it. Says what was found; `first` where the record had no digests yet.
 * @param {import("pg").Client} client
 * @returns {Promise<{ verified: "first" | "whole" | "faulty", faults: number }>}
 */
export async function noteFaults(client) {
  await client.query("DROP TABLE IF EXISTS pg_temp.faulty_rows");
  await client.query(`CREATE TEMP TABLE faulty_rows ("table" text COLLATE "C", "key" text COLLATE "C")`);
  if (!(await isThere(client))) return { verified: "first", faults: 0 };
  const { rowCount } = await client.query(
    `INSERT INTO faulty_rows SELECT "table", "key" FROM public.find_row_faults()`,
  );
  return rowCount ? { verified: "faulty", faults: rowCount } : { verified: "whole", faults: 0 };
}

/**
 * In the transaction of a migration, after its words: what they changed, and what has no digest yet, is named in the record. A
 * record that has not begun begins with everything that stands, and needs nothing of this.
 * @param {import("pg").Client} client
 * @param {{ verified: string, faults: number }} found
 */
export async function addDigests(client, { verified, faults }) {
  if (!(await isThere(client))) return;
  const { rows } = await client.query(`SELECT EXISTS (SELECT FROM public."Activity") AS begun`);
  // What the migration's own statements noted is said anew below, without what was faulty before.
  await client.query("SELECT set_config('concerted.noted', '', true)");
  if (!rows[0].begun) return;
  await client.query("SELECT public.salt_rows()");
  await client.query("DROP TABLE IF EXISTS pg_temp.added_rows");
  const { rowCount } = await client.query(
    `CREATE TEMP TABLE added_rows AS SELECT row_number() OVER () AS n, f.* FROM public.find_row_faults() AS f
     WHERE f."fault" <> 'overwritten' AND NOT EXISTS (
       SELECT FROM faulty_rows AS b WHERE b."table" = f."table" AND b."key" = f."key")`,
  );
  for (let from = 0; from < (rowCount ?? 0); from += rowsPerEntry) {
    await client.query(
      `SELECT public.note_lines(string_agg(json_build_array("table", "key", "told", "standing")::text, ','))
       FROM added_rows WHERE n > $1 AND n <= $2`,
      [from, from + rowsPerEntry],
    );
    await record(client, { rows: Math.min(rowsPerEntry, rowCount - from), verified, faults });
  }
}

async function record(client, facts) {
  const { rows } = await client.query("SELECT now() AS at");
  const told = { at: rows[0].at.toISOString(), kind: "record.digestsAdded", actorId: null, byToken: false };
  const whole = { ...told, subject: "network", facts };
  await client.query("SELECT public.record_activity($1, $2, NULL, false, $3, $4::jsonb, $5)", [
    rows[0].at,
    whole.kind,
    whole.subject,
    JSON.stringify(facts),
    canonicalize(whole),
  ]);
}
