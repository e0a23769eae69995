import { db } from "@/lib/platform/db/client";

/** What each table holds, as one digest a table: two equal answers mean that nothing changed in between. */
export async function digestTables(): Promise<Record<string, string>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`;
  const digests = tables.map(async ({ name }) => {
    const [row] = await db.$queryRawUnsafe<{ rows: bigint; digest: string | null }[]>(
      `SELECT count(*) AS rows, md5(string_agg(held::text, E'\\n' ORDER BY held::text)) AS digest FROM "${name}" AS held`,
    );
    return [name, `${row?.rows ?? 0}:${row?.digest ?? ""}`] as const;
  });
  return Object.fromEntries(await Promise.all(digests));
}
