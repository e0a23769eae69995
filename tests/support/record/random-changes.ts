import exempt from "@/lib/activity/exempt.json";
import type { SqlConnection } from "@/lib/platform/db/unhurried";

/** A column of a table, as `information_schema` lists it. */
type Column = { table: string; column: string; type: string; kind: string; nullable: boolean; key: boolean };
export type Change = { table: string; what: string; column: string | null; guarded: boolean };

/** The same numbers at every run (mulberry32). */
export function makeChance(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}
export type Chance = ReturnType<typeof makeChance>;

/** Every column of every table, but what is exempt by name. What the record vouches for otherwise than by rows counts as well. */
export async function listColumns(connection: SqlConnection): Promise<Column[]> {
  const { rows } = await connection.query<Column>(
    `SELECT c.table_name AS "table", c.column_name AS "column", c.udt_name AS "type", t.typtype::text AS "kind",
       c.is_nullable = 'YES' AS "nullable", EXISTS (SELECT FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid
         AND a.attnum = ANY (i.indkey) WHERE i.indisprimary AND i.indrelid = format('public.%I', c.table_name)::regclass
         AND a.attname = c.column_name) AS "key"
     FROM information_schema.columns c JOIN information_schema.tables n USING (table_schema, table_name)
     JOIN pg_type t ON t.typname = c.udt_name AND t.typnamespace = c.udt_schema::regnamespace
     WHERE n.table_type = 'BASE TABLE' AND c.table_schema = 'public' AND c.is_generated = 'NEVER' ORDER BY 1, c.ordinal_position`,
  );
  const byItself = ["Activity", "RowSalt"];
  const exemptTables = Object.keys(exempt.tables).filter((table) => !byItself.includes(table));
  return rows.filter(({ table, column }) => !exemptTables.includes(table) && !(`${table}.${column}` in exempt.columns));
}

/** What keeps a database sensible does not keep its superuser from anything: it is taken away first. */
export async function dropConstraints(connection: SqlConnection) {
  const { rows } = await connection.query<{ sql: string }>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I CASCADE', conrelid::regclass, conname) AS sql FROM pg_constraint
     WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'x', 'f', 'u')
     UNION ALL SELECT format('DROP INDEX %s', i.indexrelid::regclass) FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
     WHERE c.relnamespace = 'public'::regnamespace AND i.indisunique AND NOT i.indisprimary
     ORDER BY 1`,
  );
  for (const { sql } of rows) await connection.query(sql.replace("DROP INDEX ", "DROP INDEX IF EXISTS "));
}

const q = (name: string) => `"${name}"`;

/** Another value of the same type, in SQL over the one that is there. */
function anotherValue({ column, type, kind, nullable }: Column, chance: Chance): string {
  const it = q(column);
  if (nullable && chance(8) === 0) return `CASE WHEN ${it} IS NULL THEN ${fresh(type, kind, it, chance)} END`;
  return `CASE WHEN ${it} IS NULL THEN ${fresh(type, kind, it, chance)} ELSE ${turned(type, kind, it, chance)} END`;
}

const label = (type: string, it: string, chance: Chance) =>
  `(SELECT l FROM unnest(enum_range(NULL::${q(type)})) AS l WHERE l IS DISTINCT FROM ${it} ORDER BY md5(l::text || ${chance(1_000)}) LIMIT 1)`;

function fresh(type: string, kind: string, it: string, chance: Chance): string {
  if (kind === "e") return label(type, it, chance);
  const values: Record<string, string> = {
    uuid: "gen_random_uuid()",
    bool: "true",
    date: "current_date",
    timestamptz: "now()",
    jsonb: `'[["Position", "x", null, "y"]]'::jsonb`,
    bytea: `'\\x00'::bytea`,
  };
  if (type.startsWith("_")) return `'{}'::${q(type.slice(1))}[]`;
  return values[type] ?? (/^(int|float|numeric)/.test(type) ? "7" : `'another'`);
}

function turned(type: string, kind: string, it: string, chance: Chance): string {
  if (kind === "e") return label(type, it, chance);
  if (/^(int|float|numeric)/.test(type)) return `${it} + ${1 + chance(9)}`;
  const by = 1 + chance(1_000);
  if (type === "_text") return `${it} || 'more'::text`;
  if (type === "_uuid") return `${it} || gen_random_uuid()`;
  if (type.startsWith("_"))
    return `CASE WHEN cardinality(${it}) > 0 THEN ${it}[2:] ELSE enum_range(NULL::${q(type.slice(1))}) END`;
  const values: Record<string, string> = {
    uuid: "gen_random_uuid()",
    bool: `NOT ${it}`,
    date: `${it} + ${by}`,
    timestamptz: `${it} + ${by} * interval '1 millisecond'`,
    jsonb: `CASE WHEN jsonb_typeof(${it}) = 'array' THEN ${it} || '[["Position", "x", null, "y"]]'::jsonb ELSE ${it} || '{"more": 1}'::jsonb END`,
    bytea: `set_byte(${it}, 0, (get_byte(${it}, 0) + ${1 + chance(200)}) % 256)`,
  };
  // One letter is another one, somewhere in the text.
  return (
    values[type] ??
    `overlay(${it} placing chr(${0x61 + chance(26)}) || 'z' from 1 + ${chance(10_000)} % greatest(length(${it}), 1))`
  );
}

/** A key that no row has. */
function unlike({ type, kind, column }: Column, chance: Chance): string {
  if (kind === "e") return label(type, q(column), chance);
  if (type === "uuid") return "gen_random_uuid()";
  if (type === "date") return `${q(column)} + ${1 + chance(1_000)}`;
  return type.startsWith("int") ? String(1_000_000 + chance(1_000_000)) : `'another ${chance(1_000_000)}'`;
}

/** One row of the table, by chance; nothing where it holds none. */
async function pick(connection: SqlConnection, table: string, chance: Chance): Promise<string | null> {
  const { rows } = await connection.query<{ ctid: string }>(
    `SELECT ctid::text FROM ${q(table)} ORDER BY ctid OFFSET ${chance(10_000)} % greatest((SELECT count(*) FROM ${q(table)}), 1) LIMIT 1`,
  );
  return rows[0]?.ctid ?? null;
}

async function isThere(connection: SqlConnection, table: string, row: string | undefined): Promise<boolean> {
  const same = `SELECT count(*)::int AS n FROM ${q(table)} t WHERE t::text = $1`;
  const { rows } = await connection.query<{ n: number }>(same, [row]);
  return (rows[0]?.n ?? 0) > 0;
}

/**
 * One change to the database by its superuser, who may do anything: a value, a row less, a row more. `null` where the table
 * holds nothing, or the change came to nothing. Half of them pass the triggers by, half meet those that do not refuse.
 */
export async function changeSomething(
  connection: SqlConnection,
  columns: readonly Column[],
  at: number,
  chance: Chance,
): Promise<Change | null> {
  const column = columns[at % columns.length];
  if (!column) return null;
  const { table } = column;
  const ctid = await pick(connection, table, chance);
  if (ctid === null) return null;
  const kind = chance(10);
  const guarded = kind > 1 && chance(2) === 0;
  const act = kind === 0 ? "deleted" : kind === 1 ? "inserted" : "changed";
  const names = columns.filter((it) => it.table === table);
  const run = (sql: string) =>
    connection.query<{ n: number }>(`WITH done AS (${sql} RETURNING 1) SELECT count(*)::int AS n FROM done`);
  await connection.query(`SET LOCAL session_replication_role = ${guarded ? "origin" : "replica"}; SAVEPOINT before`);
  const where = `ctid = '${ctid}'::tid`;
  const change = async () => {
    if (act === "deleted") return run(`DELETE FROM ${q(table)} WHERE ${where}`);
    if (act === "inserted") {
      const copied = names.map((it) => (it.key ? unlike(it, chance) : q(it.column)));
      return run(
        `INSERT INTO ${q(table)} (${names.map((it) => q(it.column)).join(", ")}) SELECT ${copied.join(", ")} FROM ${q(table)} WHERE ${where}`,
      );
    }
    const value = anotherValue(column, chance);
    const isOther = `${q(column.column)}::text IS DISTINCT FROM (${value})::text`;
    return run(`UPDATE ${q(table)} SET ${q(column.column)} = ${value} WHERE ${where} AND ${isOther}`);
  };
  const [before] = (await connection.query<{ row: string }>(`SELECT t::text AS row FROM ${q(table)} t WHERE ${where}`))
    .rows;
  let done = await change().catch(codeOf);
  // The triggers of append-only tables refuse it: the superuser passes them by.
  if (done === "23000" && guarded) {
    await connection.query("ROLLBACK TO SAVEPOINT before; SET LOCAL session_replication_role = replica");
    done = await change().catch(codeOf);
  }
  // Two rows of one key cannot be, whoever writes them.
  if (done === "23505") return null;
  if (typeof done === "string") throw new Error(`${act} ${table}.${column.column}: ${done}`);
  if (done.rows[0]?.n !== 1) return null;
  // A trigger that copies a value puts it back at once: nothing was changed.
  if (guarded && act === "changed" && (await isThere(connection, table, before?.row))) return null;
  await connection.query("SET LOCAL session_replication_role = origin");
  return { table, what: act, column: act === "changed" ? column.column : null, guarded };
}

const codeOf = (error: { code?: string; message: string }) => error.code ?? error.message;
