import "server-only";
import { db } from "@/lib/platform/db/client";
import type { StoredFacts } from "./schema";

/** Something that was recorded. `subjectId` is the id in its subject: "proposal/…". */
export type StoredActivity<F = StoredFacts> = {
  id: string;
  kind: string;
  actorId: string | null;
  subjectId: string;
  facts: F;
};

export async function findActivity(id: bigint): Promise<StoredActivity | null> {
  const row = await db.activity.findUnique({ where: { id } });
  if (!row) return null;
  const { kind, actorId, subject, facts } = row;
  // Only `record` writes rows, and of these values alone.
  return {
    id: String(id),
    kind,
    actorId,
    subjectId: subject.slice(subject.indexOf("/") + 1),
    facts: facts as StoredFacts,
  };
}

type Criteria = { kinds: readonly string[]; subject: string; at?: Date; facts?: StoredFacts };

/** The newest row of these kinds about a subject: at that moment, and with those facts among its own, where they are given. */
export async function findLatestActivity({ kinds, subject, at, facts = {} }: Criteria): Promise<string | null> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT "id"::text FROM "Activity" WHERE "subject" = ${subject} AND "kind" = ANY (${[...kinds]}::text[])
      AND (${at ?? null}::timestamptz IS NULL OR "at" = ${at ?? null}::timestamptz) AND "facts" @> ${JSON.stringify(facts)}::jsonb
    ORDER BY "id" DESC LIMIT 1`;
  return rows[0]?.id ?? null;
}
