import pg from "pg";
import { UserError } from "@/bin/host/user-error.mjs";
import { readColumns, readOwnOrganizations } from "./columns";
import { codeOf, type Plan, planErasure, type Searched, type TextChange } from "./plan";
import { recordErasure } from "./record-erasure";
import { clearHolders, countMails, removeJobs, removeMails, removeRows } from "./remove";

export type Erasing = { id: string; email: string; name: string | null };

export type ErasureOptions = {
  /** The code of the listing that the operator read; without it nothing is changed. */
  confirm?: string | undefined;
  /** Codes of texts that stay although they name this person, and of doubtful ones that change nevertheless. */
  keep?: readonly string[];
  clear?: readonly string[];
  /** What they were called before. */
  formerNames?: readonly string[];
};

export type Erasure = Plan & {
  /** The changes that are made; the others of `changes` stay. */
  chosen: TextChange[];
  code: string;
  done: boolean;
  organizations: string[];
  renamed: { times: number; last: Date | null };
  /** Mails on disk to others that name them. */
  mails: number;
};

/**
 * Takes a person out of everything that says who they are. What they did stays, under an id that now means nobody. Only who
 * owns the tables may, since authority that was written down beside an act is append-only for the role that serves. Words
 * change in rows of the person's own organizations alone: whoever takes a common word for a name would otherwise rewrite on
 * whose authority others have signed. Without `confirm` it shows what would happen, and changes nothing.
 */
export async function erasePerson(ownerUrl: string, whom: Erasing, options: ErasureOptions = {}): Promise<Erasure> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("BEGIN; SET LOCAL lock_timeout = '5s'; SET LOCAL statement_timeout = '5min'");
    const organizations = await readOwnOrganizations(client, whom);
    const renamed = await readRenamed(client, whom);
    await removeRows(client, whom);
    const searched: Searched = {
      ...whom,
      formerNames: options.formerNames ?? [],
      namedSince: renamed.last,
      organizations: organizations.map(({ id }) => id),
    };
    const plan = await planErasure(client, searched);
    const chosen = choose(plan.changes, options);
    const code = codeOf(chosen, searched);
    const told = { ...plan, chosen, code, renamed, organizations: organizations.map(({ nameEn }) => nameEn) };
    if (options.confirm === undefined) return { ...told, done: false, mails: await countMails(searched) };
    if (options.confirm !== code)
      throw new UserError(`${options.confirm} is not the code of what would change now: look again without --confirm.`);
    const changed = await applyChanges(client, chosen, searched);
    await recordErasure(client, whom, plan, changed);
    await client.query("COMMIT");
    await Promise.all([removeJobs(whom), removeMails(whom)]);
    return { ...told, done: true, mails: await countMails(searched) };
  } finally {
    // Without a commit, ending the connection leaves everything as it was.
    await client.end();
  }
}

async function readRenamed(client: pg.Client, { id }: Erasing) {
  const { rows } = await client.query<{ times: number; last: Date | null }>(
    `SELECT count(*)::int AS times, max("at") AS last FROM "Activity" WHERE "kind" = 'person.renamed' AND "subject" = $1`,
    [`person/${id}`],
  );
  return rows[0] ?? { times: 0, last: null };
}

/** Doubtful texts change only where the operator names them; the others unless the operator keeps them. */
function choose(changes: readonly TextChange[], { keep = [], clear = [] }: ErasureOptions): TextChange[] {
  for (const code of [...keep, ...clear])
    if (!changes.some((it) => it.code === code)) throw new UserError(`There is no text ${code} in the listing.`);
  return changes.filter(({ code, doubts }) => !keep.includes(code) && (doubts.length === 0 || clear.includes(code)));
}

/** Says how many rows were changed. Which ones, and the digest of what each is now, the record notes by itself. */
async function applyChanges(client: pg.Client, chosen: readonly TextChange[], searched: Searched): Promise<number> {
  let changed = 0;
  for (const { table, column, owner, kept, listed } of await readColumns(client)) {
    const here = chosen.filter(({ cells }) => cells[`${table}.${column}`]);
    if (listed) {
      for (const { text, cells } of here)
        changed += expectAll(await clearHolders(client, text), cells[`${table}.${column}`]);
      continue;
    }
    if (here.length === 0 || owner === null) continue;
    const [at, cell] = [client.escapeIdentifier(table), client.escapeIdentifier(column)];
    const locks = kept ? await readLocks(client, table) : [];
    for (const lock of locks) await client.query(`ALTER TABLE ${at} DISABLE TRIGGER ${lock}`);
    for (const { text, instead, cells } of here) {
      const { rowCount } = await client.query(
        `UPDATE ${at} t SET ${cell} = $1 WHERE t.${cell} = $2 AND ${owner} = ANY ($3::uuid[])`,
        [instead, text, searched.organizations],
      );
      changed += expectAll(rowCount, cells[`${table}.${column}`]);
    }
    for (const lock of locks) await client.query(`ALTER TABLE ${at} ENABLE TRIGGER ${lock}`);
  }
  return changed;
}

function expectAll(rows: number | null, listed: number | undefined): number {
  if (rows === null || rows !== listed) throw new UserError("Somebody is writing there: run this again.");
  return rows;
}

/** The triggers that keep what was said, by name. All others work on: they note for the record which rows lost the name. */
async function readLocks(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(tgname) AS name FROM pg_trigger WHERE tgrelid = format('public.%I', $1::text)::regclass
     AND (tgname = 'append_only' OR tgname = 'words_stay')`,
    [table],
  );
  return rows.map(({ name }) => name);
}
