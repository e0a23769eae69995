import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import type { Text } from "./rules.amendments";
import { clauseTextSelect } from "./write.context";
import type { ClauseRow } from "./write.text";

/** The words of several versions, by their numbers. */
export async function findTexts(tx: Tx, talkingPointId: string, numbers: ReadonlySet<number>) {
  const rows = await tx.talkingPointVersion.findMany({
    where: { talkingPointId, number: { in: [...numbers] } },
    select: {
      ...{ number: true, digest: true, titleEn: true, titleFr: true },
      clauses: { orderBy: { number: "asc" }, select: clauseTextSelect },
    },
  });
  return new Map(rows.map((it): [number, Text<ClauseRow> & { digest: string }] => [it.number, it]));
}
