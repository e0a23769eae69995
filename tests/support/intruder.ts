import { Client } from "pg";
import { inject } from "vitest";

/** Somebody with the keys to the database of this test file itself, for whom no trigger and no right speaks. */
export function makeIntruder(): Client {
  const url = new URL(inject("database").superUrl);
  url.pathname = new URL(process.env.DATABASE_OWNER_URL ?? "").pathname;
  return new Client({ connectionString: url.href });
}
