import "server-only";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { sha256 } from "@/lib/platform/text/digest";
import { toCanonicalRow } from "./record";
import type { StoredFacts } from "./schema";

/** A row of the record, as it lies in the database. */
export type ActivityRow = {
  id: bigint;
  at: Date;
  kind: string;
  actorId: string | null;
  byToken: boolean;
  subject: string;
  facts: StoredFacts;
  previousHash: string;
  hash: string;
};

/** The hash before the first row. */
export const beginning = "0".repeat(64);

/** What a row's hash has to be after the one before it; null when the row cannot even be put into canonical form. */
function hashOf({ at, kind, actorId, byToken, subject, facts }: ActivityRow, previous: string): string | null {
  try {
    return sha256(previous + toCanonicalRow({ at, kind, actorId, byToken, subject, facts }));
  } catch {
    return null;
  }
}

export type Verdict = { rows: number; head: string; firstBad: bigint | null };

const batch = 2_000;

/**
 * Computes every hash anew, in order. `firstBad` is the first row that is not what was told, or that does not follow the
 * row before it. A tail that was cut off shows only in `head`: compare it with one kept elsewhere.
 */
export async function verifyRows(all: AsyncIterable<ActivityRow>): Promise<Verdict> {
  let rows = 0;
  let head = beginning;
  for await (const row of all) {
    if (row.previousHash !== head || row.hash !== hashOf(row, head)) return { rows, head, firstBad: row.id };
    head = row.hash;
    rows += 1;
  }
  return { rows, head, firstBad: null };
}

/** The database keeps more digits of a number than we can read: what differs only there would read as what was told. */
const exactFacts = Prisma.sql`CASE WHEN NOT EXISTS (
    SELECT 1 FROM jsonb_path_query("facts", 'strict $.**?(@.type() == "number")') AS n(v)
    WHERE v::text::numeric <> v::text::float8::text::numeric) THEN "facts" END`;

async function* readAll(): AsyncGenerator<ActivityRow> {
  for (let after = -1n; ; ) {
    const found = await db.$queryRaw<ActivityRow[]>`
      SELECT "id", "at", "kind", "actorId", "byToken", "subject", ${exactFacts} AS "facts", "previousHash", "hash"
      FROM "Activity" WHERE "id" > ${after} ORDER BY "id" LIMIT ${batch}`;
    yield* found;
    const last = found.at(-1);
    if (!last || found.length < batch) return;
    after = last.id;
  }
}

/** Reads the whole record and verifies it. */
export const verifyChain = () => verifyRows(readAll());
