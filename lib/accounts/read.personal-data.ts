import "server-only";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { canonicalEmail } from "@/lib/platform/text/email-address";

type ColumnInfo = { table: string; column: string; type: string };

/**
 * Columns that hold secrets, hashes or salts, and the record's digests of rows: never exported, not even to the person they
 * belong to.
 */
const secretColumns = /hash|secret|digest|publicKey|credentialId|challenge|salt|^rows$/i;

/** Every column there is or will be, so that no later table is forgotten. */
const readColumns = () => db.$queryRaw<ColumnInfo[]>`
  SELECT c.table_name AS "table", c.column_name AS "column", c.data_type AS "type" FROM information_schema.columns c
  JOIN information_schema.tables t USING (table_schema, table_name)
  WHERE t.table_type = 'BASE TABLE' AND c.table_schema = 'public' AND c.table_name NOT IN ('_prisma_migrations', 'RowSalt')
    AND NOT (c.table_name = 'Activity' AND c.column_name = 'rows')
  ORDER BY c.table_name, c.ordinal_position`;

const quote = (name: string) => Prisma.raw(`"${name.replaceAll('"', '""')}"`);

export async function findPersonByAddress(given: string) {
  const email = canonicalEmail(given);
  const person =
    email && (await db.person.findUnique({ where: { email }, select: { id: true, email: true, name: true } }));
  if (!person) throw new Refusal("NOT_FOUND", "noSuchPerson");
  return person;
}

/** A person's data export: every row that names them by id or address, without secret columns. */
export async function exportPersonalData(given: string): Promise<string> {
  const { id, email } = await findPersonByAddress(given);
  const tables = groupByTable(await readColumns());
  const personalData: Record<string, unknown[]> = {};
  for (const [table, columns] of tables) {
    const tests = columns.flatMap(({ column, type }) => {
      if (type === "uuid") return [Prisma.sql`${quote(column)} = ${id}::uuid`];
      if (type === "text") return [Prisma.sql`lower(${quote(column)}) = ${email}`];
      return type === "jsonb" ? [Prisma.sql`${quote(column)}::text LIKE ${`%${id}%`}`] : [];
    });
    if (tests.length === 0) continue;
    const rows = await db.$queryRaw<{ row: Record<string, unknown> }[]>`
      SELECT to_jsonb(t) AS "row" FROM ${quote(table)} t WHERE ${Prisma.join(tests, " OR ")} LIMIT 100000`;
    if (rows.length > 0) personalData[table] = rows.map(({ row }) => withoutSecrets(row));
  }
  return JSON.stringify({ exportedAt: new Date().toISOString(), person: id, personalData }, null, 2);
}

function groupByTable(columns: readonly ColumnInfo[]) {
  const tables = new Map<string, ColumnInfo[]>();
  for (const it of columns) tables.set(it.table, [...(tables.get(it.table) ?? []), it]);
  return tables;
}

const withoutSecrets = (row: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !secretColumns.test(name)));
