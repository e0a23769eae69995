import { readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import type { Client } from "pg";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { toPattern } from "@/lib/platform/text/fold";
import { findAddress, findName } from "./find-names";

type Whom = { id: string; email: string };

/** What is theirs alone goes whole: the row that says who they are, and what hangs on it. */
export async function removeRows(client: Client, { id, email }: Whom) {
  await client.query(`DELETE FROM "KeptAnswer" WHERE "accountId" = $1`, [id]);
  await client.query(`DELETE FROM "SignInLink" WHERE "email" = $1`, [email]);
  await client.query(`DELETE FROM "Invitation" WHERE "email" = $1`, [email]);
  await client.query(`DELETE FROM "EmailChange" WHERE "newEmail" = $1`, [email]);
  await client.query(`DELETE FROM "Application" WHERE "contactEmail" = $1 AND "organizationId" IS NULL`, [email]);
  // A private link to a poll is its reader's as an invitation is, whoever they were asked for.
  await client.query(`DELETE FROM "DateLink" WHERE lower("address") = lower($1)`, [email]);
  await client.query(`DELETE FROM "Person" WHERE "id" = $1`, [id]);
}

/** Takes a name out of the holders of offices, as the convener does: the days stay, and whoever read the office reads it anew. */
export async function clearHolders(client: Client, name: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `WITH cleared AS (
       UPDATE "OfficeHolder" SET "name" = NULL, "erasedAt" = now() WHERE "name" = $1 RETURNING "officeId"
     ), raised AS (
       UPDATE "Office" SET "version" = "version" + 1 WHERE "id" IN (SELECT "officeId" FROM cleared)
     ) SELECT count(*)::int AS "count" FROM cleared`,
    [name],
  );
  return rows[0]?.count ?? 0;
}

/** What waits to be mailed to them. The queue belongs to the role that serves. */
export async function removeJobs({ email }: Whom) {
  const pattern = `%${toPattern(email)}%`;
  const rows = await db.$queryRaw<{ id: bigint; text: string }[]>`
    SELECT "id", "payload"::text || ' ' || coalesce("last_error", '') AS "text" FROM graphile_worker._private_jobs
    WHERE "payload"::text ILIKE ${pattern} OR "last_error" ILIKE ${pattern}`;
  const ids = rows.flatMap((row) => (findAddress(row.text, email).length > 0 ? [row.id] : []));
  await db.$executeRaw`DELETE FROM graphile_worker._private_jobs WHERE "id" = ANY (${ids})`;
}

const outbox = () => path.join(env().dataDirectory, "outbox");

async function readMails() {
  const names = await readdir(outbox()).catch(() => []);
  const files = names.map((name) => path.join(outbox(), name));
  return Promise.all(files.map(async (file) => ({ file, text: await readFile(file, "utf8").catch(() => "") })));
}

/** The mails on disk that have their address in them. */
export async function removeMails({ email }: Whom) {
  for (const { file, text } of await readMails())
    if (findAddress(text, email).length > 0) await rm(file, { force: true });
}

/** The mails on disk that name them without their address: somebody else's, and only counted. */
export async function countMails({
  email,
  name,
  formerNames,
}: Whom & { name: string | null; formerNames: readonly string[] }) {
  const names = [...(name ? [name] : []), ...formerNames];
  const mails = await readMails();
  return mails.filter(
    ({ text }) => findAddress(text, email).length === 0 && names.some((it) => findName(text, it).length > 0),
  ).length;
}
