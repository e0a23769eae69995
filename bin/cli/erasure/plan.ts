import type { Client } from "pg";
import { sha256, toCanonicalJson } from "@/lib/platform/text/digest";
import { toPattern } from "@/lib/platform/text/fold";
import { authority, type Column, readColumns } from "./columns";
import { findAddress, findName, foldName, replaceMatches } from "./find-names";

/** Whom to look for. Earlier names are kept nowhere: `formerNames` are those that the operator knows. */
export type Searched = {
  id: string;
  email: string;
  name: string | null;
  formerNames: readonly string[];
  /** When they took the name they have; null when they never changed it. */
  namedSince: Date | null;
  organizations: readonly string[];
};

/** Why a text may mean something other than this person; then it changes only where the operator says so. */
export type Doubt = "alsoElsewhere" | "olderThanName" | "partOfLongerName" | "holdsAnOffice";

/** A text of the person's own organizations that names them, and what would stand instead; in how many rows of which column. */
export type TextChange = {
  code: string;
  text: string;
  instead: string;
  cells: Record<string, number>;
  doubts: Doubt[];
};

/** Where the words stand in rows that an erasure leaves as they are. */
export type Left = { rows: number; organizations: number; texts: string[] };

export type Plan = { changes: TextChange[]; left: Record<string, Left>; standing: Record<string, number> };

const former = { en: "a former representative", fr: "une ancienne personne représentante" };

type Cell = { text: string; owner: string | null; rows: number; older: boolean };

async function readCells(client: Client, { table, column, owner, since }: Column, searched: Searched) {
  const cell = `t.${client.escapeIdentifier(column)}::text`;
  const names = namesOf(searched).flatMap((name) => foldName(name) ?? []);
  const { rows } = await client.query<Cell>(
    `SELECT ${cell} AS text, ${owner ?? "NULL"}::text AS owner, count(*)::int AS rows,
       ${since && searched.namedSince ? `bool_or(${since} < $3)` : "false"} AS older
     FROM ${client.escapeIdentifier(table)} t
     WHERE ${cell} ILIKE $1 OR public.fold(${cell}) LIKE ANY ($2::text[]) GROUP BY 1, 2 ORDER BY 1, 2`,
    [
      `%${toPattern(searched.email)}%`,
      names.map((name) => `%${toPattern(name)}%`),
      ...(since && searched.namedSince ? [searched.namedSince] : []),
    ],
  );
  return rows;
}

/** All of them, the longest first: `Anna Roy` must not be taken out of `Anna Roy Côté`. */
const namesOf = ({ name, formerNames }: Pick<Searched, "name" | "formerNames">) =>
  [...new Set([...(name ? [name] : []), ...formerNames])].sort((a, b) => b.length - a.length);

type Rewritten = { instead: string; names: string[]; joined: boolean };

/** What stands instead of a text, and by which names it named them; null when it names nobody. */
function rewrite(text: string, column: string, searched: Searched): Rewritten | null {
  const called = column.endsWith("Fr") ? former.fr : former.en;
  const addresses = findAddress(text, searched.email);
  const told: Rewritten = { instead: "", names: [], joined: false };
  told.instead = replaceMatches(text, addresses, `erased-${searched.id.slice(0, 8)}@erased.invalid`);
  for (const name of namesOf(searched)) {
    const found = findName(told.instead, name);
    if (found.length > 0) told.names.push(name);
    if (found.some((it) => it.joined)) told.joined = true;
    told.instead = replaceMatches(told.instead, found, called);
  }
  return told.names.length > 0 || addresses.length > 0 ? told : null;
}

type Draft = { change: TextChange; names: string[] };

/** What an erasure would change and what it would leave, in every text there is. */
export async function planErasure(client: Client, searched: Searched): Promise<Plan> {
  const drafts = new Map<string, Draft>();
  const left = new Map<string, Left & { owners: Set<string> }>();
  const standing: Record<string, number> = {};
  const elsewhere = new Set<string>();
  for (const column of await readColumns(client)) {
    const place = `${column.table}.${column.column}`;
    for (const cell of await readCells(client, column, searched)) {
      const told = rewrite(cell.text, column.column, searched);
      if (!told) continue;
      const own = cell.owner !== null && searched.organizations.includes(cell.owner);
      if (column.listed) addChange(drafts, place, cell, { ...told, instead: "" }, searched, ["holdsAnOffice"]);
      else if (own && column.stays) standing[place] = (standing[place] ?? 0) + cell.rows;
      else if (own) addChange(drafts, place, cell, told, searched);
      else {
        leave(left, place, cell, column.shown);
        if (authority.test(column.column)) for (const name of told.names) elsewhere.add(name);
      }
    }
  }
  return {
    changes: [...drafts.values()].map((draft) => judge(draft, elsewhere)),
    left: Object.fromEntries([...left].map(([place, { owners: _, ...it }]) => [place, it])),
    standing,
  };
}

function addChange(
  drafts: Map<string, Draft>,
  place: string,
  cell: Cell,
  told: Rewritten,
  { name }: Searched,
  doubtful: Doubt[] = [],
) {
  const { text } = cell;
  const code = sha256(toCanonicalJson([text, told.instead])).slice(0, 8);
  const change: TextChange = { code, text, instead: told.instead, cells: {}, doubts: doubtful };
  const draft = drafts.get(code) ?? { names: told.names, change };
  const { cells, doubts } = draft.change;
  cells[place] = (cells[place] ?? 0) + cell.rows;
  const namedNow = name !== null && told.names.includes(name);
  if (namedNow && cell.older && !doubts.includes("olderThanName")) doubts.push("olderThanName");
  if (told.joined && !doubts.includes("partOfLongerName")) doubts.push("partOfLongerName");
  drafts.set(code, draft);
}

function leave(left: Map<string, Left & { owners: Set<string> }>, place: string, cell: Cell, shown: boolean) {
  const seen = left.get(place) ?? { rows: 0, organizations: 0, texts: [], owners: new Set<string>() };
  seen.rows += cell.rows;
  if (cell.owner) seen.owners.add(cell.owner);
  seen.organizations = seen.owners.size;
  if (shown && !seen.texts.includes(cell.text)) seen.texts.push(cell.text);
  left.set(place, seen);
}

/** A name that other organizations write as well may be a word that anybody uses, such as the name of an office. */
function judge({ change, names }: Draft, elsewhere: ReadonlySet<string>): TextChange {
  return names.some((it) => elsewhere.has(it)) ? { ...change, doubts: ["alsoElsewhere", ...change.doubts] } : change;
}

/** What the operator accepts, in eight signs: another listing has another code. */
export const codeOf = (changes: readonly TextChange[], searched: Pick<Searched, "id" | "name" | "formerNames">) =>
  sha256(
    toCanonicalJson({
      id: searched.id,
      names: namesOf(searched),
      changes: changes.map(({ code, cells }) => ({ code, cells })),
    }),
  ).slice(0, 8);
