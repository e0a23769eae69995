import "server-only";
import { Client } from "pg";
import { env } from "../env";

/** Somebody’s connection to the database, asked in plain SQL. */
export type SqlConnection = {
  query<R>(sql: string, values?: unknown[]): Promise<{ rows: R[] }>;
};

/**
 * Looks at everything, as of one moment and for as long as it takes: a connection of its own, outside the patience of requests,
 * which may only read.
 */
export async function readUnhurried<T>(work: (connection: SqlConnection) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: env().databaseUrl, application_name: "concerted-verify" });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query(
      "SET timezone = 'UTC'; SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0; SET work_mem = '64MB'",
    );
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    return await work(client as SqlConnection);
  } finally {
    await client.end();
  }
}
