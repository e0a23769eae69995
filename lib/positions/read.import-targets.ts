import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import { readToday } from "@/lib/platform/time/today";
import type { Viewer } from "@/lib/viewer/schema";
import { mayDraft } from "../mandates/policy.authority";
import type { ImportTarget, RecordedText } from "./rules.rows";
import type { DraftState } from "./schema";

/**
 * A position's row before an import, with its last revision and step numbers; no `id` where nothing was ever recorded.
 */
export type ImportHead = {
  propositionId: string;
  themeId: string;
  slug: string;
  currentWording: number;
  titleEn: string;
  titleFr: string;
  statementEn: string;
  statementFr: string;
  id: string | null;
  version: number | null;
  standing: number | null;
  draft: number | null;
  draftState: DraftState | null;
  revisions: number;
  steps: number;
};

type Row = ImportHead & { standingText: RecordedText | null; draftText: RecordedText | null };

const textJson = `json_build_object('stance', r."stance", 'rationaleEn', r."rationaleEn", 'rationaleFr', r."rationaleFr",
  'reservationEn', r."reservationEn", 'reservationFr', r."reservationFr", 'visibility', r."visibility",
  'undecidedSince', r."undecidedSince", 'decideBy', r."decideBy"`;

/**
 * Every proposition with the organization's position, in one statement. With `lock` the rows are locked first, so that
 * nothing is written between the preview's comparison and the drafts.
 */
export async function readImportTargets(tx: Tx, viewer: Viewer, organizationId: string, holding: boolean) {
  if (holding) {
    await tx.$queryRaw`SELECT "id" FROM "Position" WHERE "organizationId" = ${organizationId}::uuid ORDER BY "id" FOR UPDATE`;
  }
  const { now, today } = await readToday(tx);
  const rows = await tx.$queryRawUnsafe<Row[]>(
    `SELECT q."id" AS "propositionId", q."themeId", q."slug", q."currentVersion" AS "currentWording", w."titleEn", w."titleFr",
      w."statementEn", w."statementFr", p."id", p."version", p."standing", p."draft", p."draftState"::text AS "draftState",
      COALESCE((SELECT max(r."number") FROM "PositionRevision" r WHERE r."positionId" = p."id"), 0) AS "revisions",
      COALESCE((SELECT max(s."number") FROM "PositionStep" s WHERE s."positionId" = p."id"), 0) AS "steps",
      (SELECT ${textJson}, 'reviewBy', p."reviewBy") FROM "PositionRevision" r
        WHERE r."positionId" = p."id" AND r."number" = p."standing") AS "standingText",
      (SELECT ${textJson}, 'reviewBy', r."reviewBy") FROM "PositionRevision" r
        WHERE r."positionId" = p."id" AND r."number" = p."draft") AS "draftText"
    FROM "Proposition" q
    JOIN "PropositionVersion" w ON w."propositionId" = q."id" AND w."number" = q."currentVersion"
    LEFT JOIN "Position" p ON p."propositionId" = q."id" AND p."organizationId" = $1::uuid`,
    organizationId,
  );
  const targets = new Map(
    rows.map((row): [string, ImportTarget] => [
      row.slug,
      {
        currentWording: row.currentWording,
        mayDraft: mayDraft(viewer, { organizationId, themeId: row.themeId }),
        standing: row.standingText,
        draft: row.draftText && row.draftState ? { ...row.draftText, state: row.draftState } : null,
      },
    ]),
  );
  return {
    now,
    today,
    targets,
    heads: new Map(rows.map((row): [string, ImportHead] => [row.slug, row])),
    versions: new Map(rows.map((row) => [row.slug, row.version ?? 0])),
  };
}

export type ImportTargets = Awaited<ReturnType<typeof readImportTargets>>;
