import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { appliesTo, type Matter } from "./rules.amendments";
import { asAccepted } from "./rules.handling";
import { isSameWording } from "./rules.text";

const wordingSelect = { wordsEn: true, wordsFr: true, questionEn: true, questionFr: true } as const;

const takenSelect = {
  ...{ id: true, kind: true, clauseKey: true, afterKey: true, ...wordingSelect, findEn: true, findFr: true },
  ...{ titleEn: true, titleFr: true, authorId: true },
  steps: {
    where: { kind: "handled" },
    orderBy: { number: "desc" },
    take: 1,
    select: { handling: true, actorId: true, ...wordingSelect },
  },
} satisfies Prisma.AmendmentSelect;

const clauseSelect = {
  ...{ version: true, key: true, kind: true, en: true, fr: true, questionEn: true, questionFr: true },
  ...{ source: true, addresseeEn: true, addresseeFr: true },
} satisfies Prisma.TalkingPointClauseSelect;

type Taken = Prisma.AmendmentGetPayload<{ select: typeof takenSelect }>;
type ClauseRow = Prisma.TalkingPointClauseGetPayload<{ select: typeof clauseSelect }>;

/**
 * Who wrote words that a consolidation took over into each clause of a version, besides whoever made that: the amenders, and
 * whoever gave an amendment other words. They count until the clause is worded otherwise again.
 */
export async function findAmenders(tx: Tx, talkingPointId: string, version: number): Promise<Map<string, string[]>> {
  const taken = await tx.amendmentStep.findMany({
    where: {
      ...{ talkingPointId, version: { lte: version } },
      fate: { in: ["accepted", "accepted_with_changes"] },
    },
    select: { version: true, amendment: { select: takenSelect } },
  });
  if (taken.length === 0) return new Map();
  const rows = await tx.talkingPointClause.findMany({
    where: { talkingPointId, version: { lte: version } },
    select: clauseSelect,
  });
  const at = new Map(rows.map((row) => [`${row.version} ${row.key}`, row]));
  const before = (row: ClauseRow) => at.get(`${row.version - 1} ${row.key}`);
  /** The row with which a clause came to its words. */
  const findOrigin = (row: ClauseRow): ClauseRow => {
    const earlier = before(row);
    return earlier && isSameWording(row, earlier) ? findOrigin(earlier) : row;
  };
  const origins = rows.filter((row) => row.version === version).map(findOrigin);
  return new Map(
    origins.map((origin) => [
      origin.key,
      taken
        .filter((it) => it.version === origin.version && isWordedBy(it.amendment, origin.key, before(origin)))
        .flatMap(({ amendment }) => writersOf(amendment)),
    ]),
  );
}

/** Whether it wrote something in a clause that reads otherwise than before. */
function isWordedBy(it: Taken, key: string, earlier: ClauseRow | undefined): boolean {
  if (it.kind === "whole") return true;
  if (it.kind === "words") return it.clauseKey === key;
  if (it.kind === "new_clause") return key.startsWith(`${it.id}-`);
  if (it.kind !== "everywhere" || !earlier) return false;
  const matter: Matter = asAccepted({ ...it, clauses: [] }, it.steps[0] ?? null);
  return appliesTo({ titleEn: null, titleFr: null, clauses: [earlier] }, matter);
}

const writersOf = ({ authorId, steps: [handled] }: Taken) =>
  handled?.handling === "accept_with_changes" ? [authorId, handled.actorId] : [authorId];
