import "server-only";
import { randomUUID } from "node:crypto";
import { db, outsideTransaction, type Tx } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import type { Mandate, Viewer } from "@/lib/viewer/schema";
import { requireDrafter } from "../mandates/read.authority";
import { authorityColumns } from "../mandates/record.signature";
import type { ImportHead } from "./read.import-targets";
import type { DraftInput } from "./schema";

type Work = {
  viewer: Viewer;
  run: string;
  organizationId: string;
  heads: ReadonlyMap<string, ImportHead>;
  drafts: readonly DraftInput[];
};

/** Rows per INSERT: small enough to report progress. */
const rowsPerInsert = 500;

/** Writes many drafts as if each had been typed: a revision, a step with its authority, and the head that points to it. */
export async function writeDrafts(tx: Tx, { viewer, run, organizationId, heads, drafts }: Work) {
  const { personId } = viewer;
  if (personId === null) throw new Refusal("UNAUTHORIZED", "signInFirst");
  const at = await readClock(tx);
  for (let from = 0; from < drafts.length; from += rowsPerInsert) {
    await reportProgress(run, personId, from, drafts.length);
    const rows = drafts.slice(from, from + rowsPerInsert).map((input) => {
      const head = heads.get(input.proposition);
      if (!head) throw new Refusal("NOT_FOUND", "noSuchProposition");
      const mandate = requireDrafter(viewer, { organizationId, themeId: head.themeId });
      return {
        input,
        head,
        mandate,
        organizationId,
        positionId: head.id ?? randomUUID(),
        revision: head.revisions + 1,
      };
    });
    const fresh = rows.filter(({ head }) => head.id === null);
    await insert(tx, "Position", ["id", "organizationId", "propositionId", "version"], fresh.map(toHead));
    await insert(
      tx,
      "PositionRevision",
      revisionColumns,
      rows.map((row) => ({ ...toRevision(row), authorId: personId, createdAt: at })),
    );
    await insert(
      tx,
      "PositionStep",
      stepColumns,
      rows.map((row) => ({ ...toStep(row), at, actorId: personId, byToken: viewer.token !== null })),
    );
    await insert(
      tx,
      "PositionImportRow",
      ["importId", "positionId", "revision", "draftBefore", "stateBefore"],
      rows.map((row) => ({ importId: run, ...toImportRow(row) })),
    );
    await tx.$executeRaw`
      UPDATE "Position" AS head SET "draft" = r."revision", "draftState" = 'drafted', "version" = head."version" + 1
      FROM "PositionImportRow" r
      WHERE r."importId" = ${run}::uuid AND r."positionId" = head."id"
        AND head."id" = ANY (${rows.map(({ positionId }) => positionId)}::uuid[])`;
  }
  await reportProgress(run, personId, drafts.length, drafts.length);
}

type Row = { input: DraftInput; head: ImportHead; mandate: Mandate; positionId: string; revision: number };

const revisionColumns = [
  "positionId",
  "number",
  "propositionVersion",
  "stance",
  "rationaleEn",
  "rationaleFr",
  "reservationEn",
  "reservationFr",
  "visibility",
  "reviewBy",
  "undecidedSince",
  "decideBy",
  "authorId",
  "createdAt",
] as const;

const stepColumns = [
  "positionId",
  "number",
  "kind",
  "revision",
  "at",
  "actorId",
  "byToken",
  "mandateId",
  "authorizedBy",
  "instrument",
  "instrumentDate",
  "selfAuthorized",
  "visibilityTo",
] as const;

/** Rows as one value: thousands of them as thousands of parameters would take longer than the transaction has. */
async function insert(tx: Tx, table: string, columns: readonly string[], rows: readonly object[]) {
  if (rows.length === 0) return;
  const names = columns.map((it) => `"${it}"`).join(", ");
  await tx.$executeRawUnsafe(
    `INSERT INTO "${table}" (${names}) SELECT ${names} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`,
    JSON.stringify(rows),
  );
}

const toHead = ({ positionId: id, head: { propositionId }, organizationId }: Row & { organizationId: string }) => ({
  id,
  organizationId,
  propositionId,
  version: 0,
});

const toStep = ({ positionId, revision, head, mandate, input }: Row) => ({
  positionId,
  number: head.steps + 1,
  kind: "drafted",
  revision,
  ...authorityColumns(mandate),
  visibilityTo: input.visibility,
});

const toImportRow = ({ positionId, revision, head }: Row) => ({
  positionId,
  revision,
  draftBefore: head.draft,
  stateBefore: head.draftState,
});

const toRevision = ({ input, head, positionId, revision }: Row) => ({
  positionId,
  number: revision,
  propositionVersion: head.currentWording,
  stance: input.stance,
  rationaleEn: input.rationale.en || null,
  rationaleFr: input.rationale.fr || null,
  reservationEn: input.reservation?.en || null,
  reservationFr: input.reservation?.fr || null,
  visibility: input.visibility,
  reviewBy: input.reviewBy ?? null,
  undecidedSince: input.undecidedSince ?? null,
  decideBy: input.decideBy ?? null,
});

/** Written outside the transaction: nobody could read the progress before it commits otherwise. */
const reportProgress = (id: string, personId: string, done: number, total: number) =>
  outsideTransaction(() =>
    db.importProgress.upsert({
      where: { id, personId },
      create: { id, personId, done, total },
      update: { done, total },
    }),
  );
