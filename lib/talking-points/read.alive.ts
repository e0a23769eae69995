import "server-only";
import { cache } from "react";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import type { Viewer } from "@/lib/viewer/schema";
import { amendmentsReadableBy } from "./policy";
import { unsettledBy } from "./read.amendment-rows";
import { appliesTo, type Text } from "./rules.amendments";
import { conflictsAmong } from "./rules.conflicts";
import { asAccepted } from "./rules.handling";

/** What it would change in a text, and the words that it was last handled with. */
const aliveSelect = {
  ...{
    id: true,
    number: true,
    state: true,
    summaryEn: true,
    summaryFr: true,
    kind: true,
    clauseKey: true,
    afterKey: true,
    wordsEn: true,
    wordsFr: true,
  },
  ...{ questionEn: true, questionFr: true, findEn: true, findFr: true, titleEn: true, titleFr: true },
  steps: {
    where: { kind: "handled" },
    orderBy: { number: "desc" },
    take: 1,
    select: { handling: true, wordsEn: true, wordsFr: true, questionEn: true, questionFr: true },
  },
} satisfies Prisma.AmendmentSelect;

export type AliveRow = Prisma.AmendmentGetPayload<{ select: typeof aliveSelect }>;

/**
 * What may still be taken over: open, or accepted for a later version. What is in the way of others is asked of these alone.
 * Read once per page.
 */
export const findAlive = cache(
  (viewer: Viewer, talkingPointId: string): Promise<AliveRow[]> =>
    db.amendment.findMany({
      where: {
        AND: [amendmentsReadableBy(viewer), { talkingPointId }],
        state: { in: ["open", "accepted", "accepted_with_changes"] },
        ...unsettledBy,
      },
      orderBy: [{ number: "asc" }, { id: "asc" }],
      select: aliveSelect,
    }),
);

type Handled = Parameters<typeof asAccepted>[1];

/** Of each that excludes others, the set it is in: what was accepted with changes is in their way with the words it was accepted with. */
export function findConflictSets<M extends Parameters<typeof asAccepted>[0] & { handled: Handled }>(
  now: Text,
  matters: readonly M[],
): ReadonlyMap<string, string[]> {
  const applying = matters.filter((it) => appliesTo(now, it)).map((it) => asAccepted(it, it.handled));
  return new Map(conflictsAmong(now, applying).flatMap((set) => set.map((id) => [id, set] as const)));
}

export const findConflicts = (now: Text, alive: readonly AliveRow[]) =>
  findConflictSets(
    now,
    alive.map(({ steps, ...it }) => ({ ...it, clauses: [], handled: steps[0] ?? null })),
  );
