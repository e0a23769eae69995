import { type Client, escapeIdentifier } from "pg";

export type TableColumn = { name: string; type: string };

/** Rows that belong together: where they are read from, and in which order, the same on every machine. */
export type Table = { name: string; source: string; columns: TableColumn[]; order: string };

/** The runner's own table: what stands in it is told by the opening, and written anew by whoever restores. */
const history = "_prisma_migrations";

type Found = { name: string; columns: (TableColumn & { key: number | null; collated: boolean })[] };

/** Every table there is or will be, so that no later one is forgotten. Computed columns compute themselves again. */
export async function readTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Found>(
    `SELECT c.relname AS name, json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
        'key', array_position(i.indkey::int2[], a.attnum), 'collated', a.attcollation <> 0) ORDER BY a.attnum) AS columns
     FROM pg_class c
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> $1
     GROUP BY c.relname ORDER BY c.relname COLLATE "C"`,
    [history],
  );
  return rows.map(({ name, columns }) => ({
    name,
    source: `public.${escapeIdentifier(name)}`,
    columns: columns.map(({ name, type }) => ({ name, type })),
    order: orderOf(columns),
  }));
}

/** By its key, and text by its bytes: what comes first must not depend on a machine's language. */
function orderOf(columns: Found["columns"]): string {
  const keys = columns.filter((column) => column.key !== null).sort((a, b) => (a.key ?? 0) - (b.key ?? 0));
  if (keys.length === 0) return 'line COLLATE "C"';
  return keys.map(({ name, collated }) => escapeIdentifier(name) + (collated ? ' COLLATE "C"' : "")).join(", ");
}

/** A row as PostgreSQL itself would write its values: a list of texts and nulls, from which the same values come back. */
const lineOf = (columns: TableColumn[]) =>
  `to_json(ARRAY[${columns.map(({ name }) => `${escapeIdentifier(name)}::text`).join(", ")}]::text[])::text`;

/** A few rows where one may hold a stretch of a file: written out, a thousand of those would be half a gigabyte. */
const batchOf = ({ columns }: Pick<Table, "columns">) => (columns.some(({ type }) => type === "bytea") ? 4 : 1_000);

/** The lines of a table, many at a time. Inside a transaction. */
export async function* readLines(client: Client, { source, columns, order }: Table): AsyncGenerator<string[]> {
  const batch = batchOf({ columns });
  const rows = `SELECT ${lineOf(columns)} AS line FROM ${source} ORDER BY ${order}`;
  await client.query(`DECLARE backup_rows NO SCROLL CURSOR FOR ${rows}`);
  for (let found = batch; found === batch; ) {
    const { rows } = await client.query<{ line: string }>(`FETCH ${batch} FROM backup_rows`);
    found = rows.length;
    if (found > 0) yield rows.map(({ line }) => line);
  }
  await client.query("CLOSE backup_rows");
}

/** How values are written, whatever the server's own settings say. */
export const plainSettings = `
  SET timezone = 'UTC'; SET datestyle = 'ISO'; SET intervalstyle = 'postgres'; SET bytea_output = 'hex';
  SET extra_float_digits = 1; SET search_path = public; SET statement_timeout = 0;
  SET idle_in_transaction_session_timeout = 0; SET client_min_messages = warning`;
