import pg from "pg";
import { toCanonicalRow } from "@/lib/activity/record";
import { NoDemonstration } from "./load-demonstration";

/** What is not emptied: the schema's own history, and the one row that says whose database this is. */
const kept = ["_prisma_migrations", "Network"];

/**
 * Empties a demonstration: everything anyone said, everyone who was there, and the record of it, which then starts anew
 * with this. The content goes too, as members may have reworded it; whoever calls this loads it again from the files.
 * Only the owner of the tables may, since the app's role cannot unmake history.
 */
export async function removeDemonstration(ownerUrl: string) {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("BEGIN; SET LOCAL lock_timeout = '2s'");
    await mustBeDemonstration(client);
    await empty(client);
    await client.query(
      `UPDATE "Network" SET "kind" = 'undecided', "contentDigest" = NULL, "concealedAt" = NULL,
         "closingDaysVersion" = 1 WHERE "id" = 1`,
    );
    await recordRemoval(client);
    await client.query("COMMIT");
  } catch (error) {
    if (!isBusy(error)) throw error;
    throw new NoDemonstration("The database is at work: nothing is removed. Try again in a moment.");
  } finally {
    // Without a commit, ending the connection leaves everything as it was.
    await client.end();
  }
}

/** Somebody else held a table for too long, or waited for us as we waited for them. */
const isBusy = (error: unknown) => error instanceof pg.DatabaseError && ["55P03", "40P01"].includes(error.code ?? "");

async function mustBeDemonstration(client: pg.Client) {
  const { rows } = await client.query<{ kind: string; real: boolean }>(
    `SELECT "kind"::text, EXISTS (SELECT FROM "Organization" WHERE NOT "fictional") AS real FROM "Network" FOR UPDATE`,
  );
  if (rows[0]?.kind !== "demonstration" || rows[0].real) {
    throw new NoDemonstration("There is no demonstration in this database: nothing is removed.");
  }
}

/** Every table there is or will be, so that no later one is forgotten. */
async function empty(client: pg.Client) {
  const { rows } = await client.query<{ table: string }>(
    "SELECT quote_ident(tablename) AS table FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL ($1)",
    [kept],
  );
  const tables = rows.map((row) => row.table);
  for (const table of tables) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await client.query(`TRUNCATE ${tables.join(", ")} RESTART IDENTITY`);
  for (const table of tables) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
}

async function recordRemoval(client: pg.Client) {
  const { rows } = await client.query<{ at: Date }>("SELECT now() AS at");
  const at = rows[0]?.at ?? new Date();
  const told = { at, kind: "demonstration.removed", actorId: null, byToken: false, subject: "network", facts: {} };
  await client.query("SELECT record_activity($1, $2, NULL, false, $3, '{}'::jsonb, $4)", [
    at,
    told.kind,
    told.subject,
    toCanonicalRow(told),
  ]);
}
