import type { Client } from "pg";
import { UserError } from "@/bin/host/user-error.mjs";
import { beginning } from "@/lib/activity/read";
import { bindingHeads, readHeads } from "@/lib/activity/read.heads";
import type { KeptHead } from "@/lib/activity/schema";
import type { Opening } from "./format";

/** How many heads agree with the record of a backup: of those that travel in it, and of those kept on this machine. */
export type AgreedHeads = { inFile: number; here: number };

/** Compares the record that came back with what was noted outside of the database until the backup was made. */
export async function compareHeads(owner: Client, { heads, takenAt }: Opening): Promise<AgreedHeads> {
  const kept = await readHeads();
  const here = bindingHeads(kept.heads.filter(({ at }) => at <= takenAt));
  const hashes = await readHashes(owner, [...heads, ...here]);
  const differs = ({ id, hash }: KeptHead) => hashes.get(id) !== hash;
  // Another installation's heads speak of another record; ours agree at least with how the record began.
  const ours = here.some((head) => head.id !== "0" && !differs(head)) ? here : [];
  for (const head of [...heads, ...ours])
    if (differs(head))
      throw new UserError(
        `Row ${head.id} of the record is not the one that was noted outside the database on ${head.at}: the record was told anew.`,
      );
  return { inFile: heads.length, here: ours.length };
}

async function readHashes(owner: Client, heads: readonly KeptHead[]): Promise<Map<string, string>> {
  const { rows } = await owner.query<{ id: string; hash: string }>(
    `SELECT "id"::text, "hash" FROM "Activity" WHERE "Activity"."id" = ANY ($1::bigint[])`,
    [heads.map(({ id }) => id)],
  );
  return new Map([["0", beginning], ...rows.map(({ id, hash }): [string, string] => [id, hash])]);
}
