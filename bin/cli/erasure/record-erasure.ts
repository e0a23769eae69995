import type { Client } from "pg";
import type { kinds } from "@/lib/accounts/activity";
import { toCanonicalRow } from "@/lib/activity/record";
import type { FactsOf, StoredFacts } from "@/lib/activity/schema";
import { toCanonicalJson } from "@/lib/platform/text/digest";
import type { Erasing } from "./erase-person";
import type { Plan } from "./plan";

/**
 * The record hears what was changed and what was left, in numbers. With it go the rows that this transaction touched, each
 * with the digest of what it was and of what it is: noted by the database, and salted, since a name can be guessed.
 */
export async function recordErasure(client: Client, { id }: Erasing, plan: Plan, changed: number) {
  const { rows } = await client.query<{ at: Date }>("SELECT now() AS at");
  const at = rows[0]?.at ?? new Date();
  const sum = (counts: readonly number[]) => counts.reduce((all, it) => all + it, 0);
  const facts = {
    commandLine: true,
    cleared: changed,
    standing: sum(Object.values(plan.standing)),
    left: sum(Object.values(plan.left).map((it) => it.rows)),
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
