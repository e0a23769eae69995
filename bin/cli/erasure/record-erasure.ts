import type { Client } from "pg";
import type { kinds } from "@/lib/accounts/activity";
import { toCanonicalRow } from "@/lib/activity/record";
import type { FactsOf, StoredFacts } from "@/lib/activity/schema";
import { sha256, toCanonicalJson } from "@/lib/platform/text/digest";
import type { ChangedCell, Erasing } from "./erase-person";
import type { Plan } from "./plan";

/**
 * One digest over every row that was changed and the words that stand in it now. Of the words before it says nothing: a name
 * can be guessed, and a digest that proves the guess would name them for ever.
 */
export function digestChanges(changed: readonly ChangedCell[]): string {
  const lines = changed.map(({ text, ...where }) => toCanonicalJson({ ...where, digest: sha256(text) }));
  return sha256(lines.sort().join("\n"));
}

/** The record hears what was changed and what was left, in numbers. */
export async function recordErasure(client: Client, { id }: Erasing, plan: Plan, changed: readonly ChangedCell[]) {
  const { rows } = await client.query<{ at: Date }>("SELECT now() AS at");
  const at = rows[0]?.at ?? new Date();
  const sum = (counts: readonly number[]) => counts.reduce((all, it) => all + it, 0);
  const facts = {
    commandLine: true,
    cleared: changed.length,
    standing: sum(Object.values(plan.standing)),
    left: sum(Object.values(plan.left).map((it) => it.rows)),
    digest: digestChanges(changed),
  } satisfies FactsOf<(typeof kinds)["person.erased"]> & StoredFacts;
  const told = { at, kind: "person.erased", actorId: null, byToken: false, subject: `person/${id}`, facts };
  await client.query("SELECT record_activity($1, $2, NULL, false, $3, $4::jsonb, $5)", [
    at,
    told.kind,
    told.subject,
    toCanonicalJson(facts),
    toCanonicalRow(told),
  ]);
}
