import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import { enqueue } from "@/lib/platform/jobs/queue";
import { toCanonicalJson } from "@/lib/platform/text/digest";
import { readClock } from "@/lib/platform/time/clock";
import type { ActivityKinds, FactsOf, StoredFacts } from "./schema";

/** Who did it, as the record knows people: by a random id. */
export type Actor = { personId: string | null; token: { id: string } | null };

type ActivityEntry = {
  at: Date;
  kind: string;
  actorId: string | null;
  byToken: boolean;
  subject: string;
  facts: StoredFacts;
};

/** The text that a row's hash covers, after the previous row's hash. */
export const toCanonicalRow = (entry: ActivityEntry) => toCanonicalJson({ ...entry, at: entry.at.toISOString() });

type FactsArgument<F> = [keyof F] extends [never]
  ? [facts?: Record<string, never>]
  : Record<never, never> extends F
    ? [facts?: F]
    : [facts: F];

/**
 * The `record` of a noun: records what happened, of the kinds it declares and with their facts. Call it last in the
 * transaction: it takes the lock that keeps the chain in order until the commit, and what the act touched is named in its row
 * by the database, with a digest each. Whatever is written after it belongs to no act, and verifying names it.
 *
 * Where the kind notifies, the job is left after the row, under that lock: it is known by the row's number, which the chain
 * gives. It costs one more statement, and only for those kinds; whoever records does not know that anybody is mailed.
 */
export const recorderOf = <D extends ActivityKinds>(kinds: D) =>
  async function record<K extends keyof D & string>(
    tx: Tx,
    kind: K,
    actor: Actor,
    subject: string,
    ...[given]: FactsArgument<FactsOf<D[K]>>
  ): Promise<void> {
    const declared = kinds[kind];
    if (!declared) throw new Error(`nothing declares the activity ${kind}`);
    // A fact that is none would stay for ever: better nothing happened.
    const facts = declared.facts.parse(given ?? {}) as StoredFacts;
    const at = await readClock(tx);
    const id = await append(tx, { at, kind, actorId: actor.personId, byToken: actor.token !== null, subject, facts });
    if (declared.notifies) await enqueue(tx, "notify", { activity: id }, { key: `notify:${id}` });
  };

/** Names a row in what is recorded next, though the act leaves it as it is: the words that somebody signs. */
export const vouchFor = (tx: Tx, table: string, key: Record<string, string | number>) =>
  tx.$executeRaw`SELECT vouch_for(${table}, ${JSON.stringify(key)}::jsonb)`;

/** Whether this transaction touched rows that nothing recorded yet. */
export async function isAnythingUnrecorded(tx: Tx): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ any: boolean }[]>`
    SELECT coalesce(current_setting('concerted.noted', true), '') <> '' AS "any"`;
  return row?.any ?? false;
}

async function append(tx: Tx, entry: ActivityEntry): Promise<string> {
  const { at, kind, actorId, byToken, subject, facts } = entry;
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT record_activity(${at}, ${kind}, ${actorId}::uuid, ${byToken},
    ${subject}, ${JSON.stringify(facts)}::jsonb, ${toCanonicalRow(entry)})::text AS "id"`;
  const [row] = rows;
  if (!row) throw new Error("the record gave no number");
  return row.id;
}
