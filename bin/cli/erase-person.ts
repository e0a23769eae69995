import { readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import type { kinds } from "@/lib/accounts/activity";
import { toCanonicalRow } from "@/lib/activity/record";
import type { FactsOf } from "@/lib/activity/schema";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { toCanonicalJson } from "@/lib/platform/text/digest";

export type Erasing = { id: string; email: string; name: string | null };
export type Erased = {
  /** How many cells lost the address or the name, by column. */
  cleared: Record<string, number>;
  /** Where the name stands in an organization's own words of record, which are not ours to change. */
  standing: Record<string, number>;
};

/** On whose authority somebody acted: it may name a person, and then names them no more. */
const authority = new Set(["authorizedBy", "instrument"]);
/** What organizations are called and say of themselves, what the report says, and the record: reported, not changed. */
const reportedTables =
  /^(Activity|Organization|Person|Network|Theme|Proposition|PropositionVersion|Recommendation|TimelineEvent|Erratum|LibraryItem|GlossaryTerm|Dilemma|ReportActor|IdentityProvider|ProviderDomain|_prisma_migrations)$/;

const former = { en: "a former representative", fr: "une ancienne personne représentante" };
const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");

type Column = { table: string; column: string; type: string; kept: boolean };

/** Every column that can hold words, with whether its table is append-only. */
async function readColumns(client: pg.Client): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `SELECT c.table_name AS table, c.column_name AS column, c.data_type AS type,
       EXISTS (SELECT FROM pg_trigger g WHERE g.tgrelid = format('public.%I', c.table_name)::regclass
         AND (g.tgname LIKE 'append_only%' OR g.tgname = 'words_stay')) AS kept
     FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE t.table_type = 'BASE TABLE' AND c.table_schema = 'public' AND c.is_generated = 'NEVER'
       AND c.data_type IN ('text', 'json', 'jsonb', 'ARRAY') ORDER BY 1, 2`,
  );
  return rows.filter(({ type, column }) => type !== "ARRAY" || !/^(powers|themes)$/.test(column));
}

/** The pattern of what names them: the address wherever it stands, the name as whole words. */
function patternOf({ email, name }: Erasing) {
  const called = name?.trim();
  return called ? `${escapePattern(email)}|\\m${escapePattern(called)}\\M` : escapePattern(email);
}

async function clearColumns(client: pg.Client, whom: Erasing): Promise<Erased> {
  const erased: Erased = { cleared: {}, standing: {} };
  const pattern = patternOf(whom);
  for (const { table, column, type, kept } of await readColumns(client)) {
    const [at, cell] = [client.escapeIdentifier(table), client.escapeIdentifier(column)];
    const { rows } = await client.query(`SELECT count(*)::int AS n FROM ${at} WHERE ${cell}::text ~* $1`, [pattern]);
    const found = Number(rows[0]?.n ?? 0);
    if (found === 0) continue;
    const name = `${table}.${column}`;
    if (reportedTables.test(table) || (kept && !authority.has(column)) || type === "ARRAY") {
      erased.standing[name] = found;
      continue;
    }
    const instead = column.endsWith("Fr") ? former.fr : former.en;
    if (kept) await setGuards(client, table, "DISABLE");
    await client.query(
      `UPDATE ${at} SET ${cell} = regexp_replace(regexp_replace(${cell}::text, $1, $3, 'gi'), $2, $4, 'gi')::${type}
       WHERE ${cell}::text ~* $5`,
      [escapePattern(whom.email), pattern, `erased-${whom.id.slice(0, 8)}@erased.invalid`, instead, pattern],
    );
    if (kept) await setGuards(client, table, "ENABLE");
    erased.cleared[name] = found;
  }
  return erased;
}

/** The triggers that refuse a change. Those that note it stay, so that the record says which rows lost the name. */
async function setGuards(client: pg.Client, table: string, state: "ENABLE" | "DISABLE") {
  const { rows } = await client.query<{ name: string }>(
    `SELECT tgname AS name FROM pg_trigger WHERE tgrelid = format('public.%I', $1::text)::regclass
       AND NOT tgisinternal AND tgname NOT LIKE 'noted%'`,
    [table],
  );
  const changes = rows.map(({ name }) => `${state} TRIGGER ${client.escapeIdentifier(name)}`);
  await client.query(`ALTER TABLE ${client.escapeIdentifier(table)} ${changes.join(", ")}`);
}

/** What is theirs alone goes whole: the row that says who they are, and what hangs on it. */
async function removeRows(client: pg.Client, { id, email }: Erasing) {
  await client.query(`DELETE FROM "KeptAnswer" WHERE "accountId" = $1 OR "body" ~* $2 OR "headers"::text ~* $2`, [
    id,
    escapePattern(email),
  ]);
  await client.query(`DELETE FROM "SignInLink" WHERE "email" = $1`, [email]);
  await client.query(`DELETE FROM "Invitation" WHERE "email" = $1`, [email]);
  await client.query(`DELETE FROM "EmailChange" WHERE "newEmail" = $1`, [email]);
  await client.query(`DELETE FROM "Person" WHERE "id" = $1`, [id]);
}

async function recordErasure(client: pg.Client, { id }: Erasing, erased: Erased) {
  const { rows } = await client.query<{ at: Date }>("SELECT now() AS at");
  const at = rows[0]?.at ?? new Date();
  const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, it) => all + it, 0);
  const counts = { cleared: sum(erased.cleared), standing: sum(erased.standing) };
  const facts: FactsOf<(typeof kinds)["person.erased"]> = { commandLine: true, ...counts };
  const told = { at, kind: "person.erased", actorId: null, byToken: false, subject: `person/${id}`, facts };
  await client.query("SELECT record_activity($1, $2, NULL, false, $3, $4::jsonb, $5)", [
    at,
    told.kind,
    told.subject,
    toCanonicalJson(facts),
    toCanonicalRow(told),
  ]);
}

/** The queue belongs to the role that serves. */
const removeJobs = ({ email }: Erasing) => db.$executeRaw`
  DELETE FROM graphile_worker._private_jobs WHERE "payload"::text ~* ${escapePattern(email)} OR "last_error" ~* ${escapePattern(email)}`;

/** The mails to them, or about them, that lie on disk. */
async function removeMails(whom: Erasing) {
  const folder = path.join(env().dataDirectory, "outbox");
  const pattern = new RegExp(escapePattern(whom.email), "i");
  for (const name of await readdir(folder).catch(() => [])) {
    const file = path.join(folder, name);
    const text = await readFile(file, "utf8").catch(() => "");
    if (pattern.test(text) || (whom.name && text.includes(whom.name))) await rm(file, { force: true });
  }
}

/**
 * Takes a person out of everything that says who they are. What they did stays, under an id that now means nobody. Only who
 * owns the tables may, since authority that was written down beside an act is append-only for the role that serves.
 * `confirm` false shows what would happen, and changes nothing.
 */
export async function erasePerson(ownerUrl: string, whom: Erasing, confirm: boolean): Promise<Erased> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("BEGIN; SET LOCAL lock_timeout = '5s'");
    await removeRows(client, whom);
    const erased = await clearColumns(client, whom);
    await recordErasure(client, whom, erased);
    await client.query(confirm ? "COMMIT" : "ROLLBACK");
    if (confirm) await Promise.all([removeJobs(whom), removeMails(whom)]);
    return erased;
  } finally {
    await client.end();
  }
}
