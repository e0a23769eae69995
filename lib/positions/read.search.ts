import "server-only";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { foldTerms, matchesAllWords, toPattern } from "@/lib/platform/text/fold";

/** Every word asked for, with the propositions in whose sentence it is: in either language, accents or none. */
async function findSentences(q: string) {
  const words = foldTerms(q);
  if (words.length === 0) return [];
  const propositions = await db.proposition.findMany({
    select: { id: true, versions: { orderBy: { number: "desc" }, take: 1 } },
  });
  return words.map((word) => ({
    word,
    ids: propositions.flatMap(({ id, versions: [it] }) =>
      it && matchesAllWords(word, [it.titleEn, it.titleFr, it.statementEn, it.statementFr]) ? [id] : [],
    ),
  }));
}

/** The reasons and the reservation, folded by the database as the word is here. */
const inText = (word: string) => ({ folded: { contains: toPattern(word) } });

/** Where each word is in the sentence, or in what stands there. A draft is searched by nobody: it says nothing yet. */
export async function positionsMatching(q: string | undefined): Promise<Prisma.PositionWhereInput> {
  const found = await findSentences(q ?? "");
  return {
    AND: found.map(({ word, ids }) => ({
      OR: [{ propositionId: { in: ids } }, { standingRevision: inText(word) }],
    })),
  };
}

/** The same of what stood on a day. */
export async function revisionsMatching(q: string | undefined): Promise<Prisma.PositionRevisionWhereInput> {
  const found = await findSentences(q ?? "");
  return {
    AND: found.map(({ word, ids }) => ({ OR: [{ position: { propositionId: { in: ids } } }, inText(word)] })),
  };
}
