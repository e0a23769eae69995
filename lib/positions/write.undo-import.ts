import "server-only";
import { type Tx, transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import { organizationsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { requireDrafter } from "../mandates/read.authority";
import { authorityColumns } from "../mandates/record.signature";
import { record } from "./activity";
import { undoingStep } from "./rules.import";
import type { DraftState } from "./schema";

type Row = {
  positionId: string;
  themeId: string;
  revision: number;
  draftBefore: number | null;
  stateBefore: DraftState | null;
  draft: number | null;
  draftState: DraftState | null;
  steps: number;
};

/** Brings back the drafts that an import found, whole or not at all, while none of what it wrote went further. */
export async function undoImport(viewer: Viewer, id: string): Promise<string> {
  return transact(async (tx) => {
    const made = await tx.positionImport.findFirst({
      where: { id, organizationId: { in: organizationsOf(viewer) } },
      select: { organizationId: true, organization: { select: { slug: true } } },
    });
    if (!made) throw new Refusal("NOT_FOUND", "noSuchImport");
    const claimed = await tx.positionImport.updateMany({
      where: { id, undoneAt: null },
      data: { undoneAt: await readClock(tx) },
    });
    if (claimed.count === 0) throw new Refusal("CONFLICT", "importUndoneAlready");
    const rows = await lockRows(tx, id);
    if (rows.some((it) => it.draft !== it.revision || it.draftState !== "drafted")) {
      throw new Refusal("CONFLICT", "importMovedOn");
    }
    await restore(tx, viewer, { id, organizationId: made.organizationId, rows });
    await record(tx, "position.importUndone", viewer, `positionImport/${id}`, { drafts: rows.length });
    return made.organization.slug;
  });
}

const lockRows = (tx: Tx, id: string) => tx.$queryRaw<Row[]>`
  SELECT p."id" AS "positionId", q."themeId", r."revision", r."draftBefore", r."stateBefore"::text AS "stateBefore",
    p."draft", p."draftState"::text AS "draftState",
    (SELECT max(s."number") FROM "PositionStep" s WHERE s."positionId" = p."id") AS "steps"
  FROM "PositionImportRow" r JOIN "Position" p ON p."id" = r."positionId" JOIN "Proposition" q ON q."id" = p."propositionId"
  WHERE r."importId" = ${id}::uuid ORDER BY p."id" FOR UPDATE OF p`;

type Undoing = { id: string; organizationId: string; rows: readonly Row[] };

async function restore(tx: Tx, viewer: Viewer, { id, organizationId, rows }: Undoing) {
  const { personId } = viewer;
  if (personId === null) throw new Refusal("UNAUTHORIZED", "signInFirst");
  await lockRights(tx, viewer);
  const at = await readClock(tx);
  await tx.positionStep.createMany({
    data: rows.map((row) => {
      const mandate = requireDrafter(viewer, { organizationId, themeId: row.themeId });
      const { positionId, steps } = row;
      const common = { positionId, number: steps + 1, at, actorId: personId, byToken: viewer.token !== null };
      return { ...common, ...undoingStep(row), ...authorityColumns(mandate) };
    }),
  });
  await tx.$executeRaw`
    UPDATE "Position" AS head SET "draft" = r."draftBefore", "draftState" = r."stateBefore", "version" = head."version" + 1
    FROM "PositionImportRow" r
    WHERE r."positionId" = head."id" AND r."importId" = ${id}::uuid`;
}
