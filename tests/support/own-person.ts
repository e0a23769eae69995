import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import pg from "pg";

async function ask(statement: string, values: unknown[]) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const { rows } = await client.query(statement, values);
  await client.end();
  return rows;
}

/** Somebody who belongs to this journey alone. */
export const addPerson = (email: string, language: string) =>
  ask(`INSERT INTO "Person" ("id", "email", "name", "language") VALUES ($1, $2, 'Wren', $3)`, [
    randomUUID(),
    email,
    language,
  ]);

export const isKnown = async (email: string) =>
  (await ask(`SELECT 1 FROM "Person" WHERE "email" = $1`, [email])).length > 0;

/** Signs them in a moment ago in this browser, as a link would. */
export async function signInAs(context: BrowserContext, email: string, url: string) {
  const secret = randomBytes(32).toString("base64url");
  await ask(
    `INSERT INTO "Session" ("id", "personId", "tokenHash", "expiresAt")
      SELECT $1, "id", $2, now() + interval '1 day' FROM "Person" WHERE "email" = $3`,
    [randomUUID(), createHash("sha256").update(secret).digest("hex"), email],
  );
  await context.addCookies([{ name: "concerted-session", value: secret, url }]);
}
