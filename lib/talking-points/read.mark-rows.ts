import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import type { ClauseMark } from "./constants";

export type MarkRow = {
  talkingPointId: string;
  version: number;
  clauseKey: string;
  organizationId: string;
  mark: ClauseMark;
  textEn: string | null;
  textFr: string | null;
  /** The number of the amendment that it names. */
  amendment: number | null;
};

type Of = { talkingPointId: string; version: number };

/** The last mark of each organization on each clause of these versions; one that was taken back is none. */
export async function findMarks(tx: Tx, of: readonly Of[]): Promise<MarkRow[]> {
  const [ids, versions] = [of.map((it) => it.talkingPointId), of.map((it) => it.version)];
  return tx.$queryRaw<MarkRow[]>`
    SELECT m."talkingPointId"::text, m."version", m."clauseKey", m."organizationId"::text, m."mark"::text, m."textEn", m."textFr",
      a."number" AS "amendment"
    FROM unnest(${ids}::uuid[], ${versions}::int[]) AS wanted ("id", "version")
    JOIN LATERAL (SELECT DISTINCT ON ("clauseKey", "organizationId") * FROM "ClauseMark" c
      WHERE c."talkingPointId" = wanted."id" AND c."version" = wanted."version"
      ORDER BY "clauseKey", "organizationId", "number" DESC) AS m ON m."mark" IS NOT NULL
    LEFT JOIN "Amendment" a ON a."talkingPointId" = m."talkingPointId" AND a."id" = m."amendmentId" AND a."state" = 'open'
    ORDER BY m."talkingPointId", m."clauseKey", m."organizationId"`;
}
