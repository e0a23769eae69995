import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import { toCanonicalJson } from "@/lib/platform/text/digest";
import { readClock } from "@/lib/platform/time/clock";
import type { ActivityKind, Facts } from "./schema";

/** Who did it, as the record knows people: by a random id. */
export type Actor = { personId: string | null; token: { id: string } | null };

type ActivityEntry = {
  at: Date;
  kind: string;
  actorId: string | null;
  byToken: boolean;
  subject: string;
  facts: Facts;
};

/** The text that a row's hash covers, after the previous row's hash. */
export const toCanonicalRow = (entry: ActivityEntry) => toCanonicalJson({ ...entry, at: entry.at.toISOString() });

/** Tells the record what happened. Call it last in the transaction: it takes the lock that keeps the chain in order. */
export async function record(tx: Tx, kind: ActivityKind, actor: Actor, subject: string, facts: Facts = {}) {
  const at = await readClock(tx);
  const entry: ActivityEntry = { at, kind, actorId: actor.personId, byToken: actor.token !== null, subject, facts };
  await tx.$queryRaw`SELECT record_activity(${at}, ${kind}, ${entry.actorId}::uuid, ${entry.byToken}, ${subject},
    ${JSON.stringify(facts)}::jsonb, ${toCanonicalRow(entry)})`;
}
