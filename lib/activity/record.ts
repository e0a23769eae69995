import "server-only";
import { readClock } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";
import { toCanonicalJson } from "@/lib/platform/digest";
import type { ActivityKind, Facts } from "./schema";

/** Who did it, as the record knows people: by a random id. */
export type Actor = { personId: string | null; token: { id: string } | null };

export type Told = { at: Date; kind: string; actorId: string | null; byToken: boolean; subject: string; facts: Facts };

/** The text that a row's hash covers, after the previous row's hash. */
export const toCanonicalRow = (told: Told) => toCanonicalJson({ ...told, at: told.at.toISOString() });

/** Tells the record what happened. Call it last in the transaction: it takes the lock that keeps the chain in order. */
export async function record(tx: Tx, kind: ActivityKind, actor: Actor, subject: string, facts: Facts = {}) {
  const at = await readClock(tx);
  const told: Told = { at, kind, actorId: actor.personId, byToken: actor.token !== null, subject, facts };
  await tx.$queryRaw`SELECT record_activity(${at}, ${kind}, ${told.actorId}::uuid, ${told.byToken}, ${subject},
    ${JSON.stringify(facts)}::jsonb, ${toCanonicalRow(told)})`;
}
