import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import { textOf } from "./rules.comments";
import { matterName, recognizeRow, remarkName } from "./rules.marked-kept";
import type { Judged } from "./rules.marked-rows";
import type { PointContext } from "./write.context";

type Of = { rows: readonly Judged[]; point: PointContext; organizationId: string; language: "en" | "fr" };

const wording = { en: true, fr: true, questionEn: true, questionFr: true } as const;

/** The rows of a marked text, those named as kept that the organization has here already: as a draft, an open amendment or a remark. */
export async function recognizeKept(tx: Tx, { rows, point, organizationId, language }: Of): Promise<Judged[]> {
  const of = { talkingPointId: point.id, organizationId };
  const amendments = await tx.amendment.findMany({
    where: { ...of, state: { in: ["draft", "open"] } },
    orderBy: [{ number: "asc" }, { createdAt: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, number: true, kind: true, clauseKey: true, afterKey: true },
      ...{ wordsEn: true, wordsFr: true, questionEn: true, questionFr: true },
      clauses: { orderBy: { number: "asc" }, select: wording },
    },
  });
  const remarks = await tx.talkingPointComment.findMany({
    where: { ...of, version: point.currentVersion, language, parentId: null },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, clauseKey: true, amendmentId: true, quote: true },
      steps: { orderBy: { number: "asc" }, select: { kind: true, text: true, at: true } },
    },
  });
  const known = {
    amendments: new Map(amendments.map((it) => [matterName(it), { id: it.id, number: it.number }])),
    remarks: new Map(
      remarks.map(({ id, steps, quote, ...it }) => [
        remarkName({ clause: it.clauseKey, amendment: it.amendmentId, quote, text: textOf(steps).text }),
        { id, number: null },
      ]),
    ),
  };
  return rows.map((row) => recognizeRow(row, known));
}
