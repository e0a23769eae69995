import "server-only";
import { randomUUID } from "node:crypto";
import { readClock } from "@/lib/platform/clock";
import { besideTransaction, db, type Tx } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import type { Mandate, Viewer } from "@/lib/platform/viewer";
import { findDrafter } from "./policy";
import type { ImportHead } from "./read.spots";
import type { DraftInput } from "./schema";

type Work = {
  viewer: Viewer;
  run: string;
  organizationId: string;
  heads: ReadonlyMap<string, ImportHead>;
  drafts: readonly DraftInput[];
};

/** So many rows to a statement: few enough that how far it has come can be told, many enough to be quick. */
const batch = 500;

/** Writes many drafts as if each had been typed: a revision, a step with its authority, and the head that points to it. */
export async function writeDrafts(tx: Tx, { viewer, run, organizationId, heads, drafts }: Work) {
  const { personId } = viewer;
  if (personId === null) throw new Refusal("UNAUTHORIZED", "signInFirst");
  const at = await readClock(tx);
  for (let from = 0; from < drafts.length; from += batch) {
    await tellProgress(run, personId, from, drafts.length);
    const rows = drafts.slice(from, from + batch).map((input) => {
      const head = heads.get(input.proposition);
      if (!head) throw new Refusal("NOT_FOUND", "noSuchProposition");
      const mandate = findDrafter(viewer, { organizationId, themeId: head.themeId });
      if (!mandate) throw new Refusal("FORBIDDEN", "notDrafter");
      return { input, head, mandate, positionId: head.id ?? randomUUID(), revision: head.revisions + 1 };
    });
    const fresh = rows.filter(({ head }) => head.id === null);
    await tx.position.createMany({
      data: fresh.map(({ positionId: id, head: { propositionId } }) => ({
        id,
        organizationId,
        propositionId,
        version: 0,
      })),
    });
    await tx.positionRevision.createMany({
      data: rows.map((row) => ({ ...toRevision(row), authorId: personId, createdAt: at })),
    });
    await tx.positionStep.createMany({
      data: rows.map(({ positionId, revision, head, mandate, input }) => ({
        positionId,
        number: head.steps + 1,
        kind: "drafted" as const,
        revision,
        at,
        actorId: personId,
        byToken: viewer.token !== null,
        ...toAuthority(mandate),
        visibilityTo: input.visibility,
      })),
    });
    await tx.positionImportRow.createMany({
      data: rows.map(({ positionId, revision, head }) => ({
        importId: run,
        positionId,
        revision,
        draftBefore: head.draft,
        stateBefore: head.draftState,
      })),
    });
    await tx.$executeRaw`
      UPDATE "Position" AS held SET "draft" = r."revision", "draftState" = 'drafted', "version" = held."version" + 1
      FROM "PositionImportRow" r
      WHERE r."importId" = ${run}::uuid AND r."positionId" = held."id"
        AND held."id" = ANY (${rows.map(({ positionId }) => positionId)}::uuid[])`;
  }
  await tellProgress(run, personId, drafts.length, drafts.length);
}

type Row = { input: DraftInput; head: ImportHead; positionId: string; revision: number };

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
  reviewBy: input.reviewBy ? new Date(input.reviewBy) : null,
});

export const toAuthority = (mandate: Mandate) => ({
  mandateId: mandate.id,
  authorizedBy: mandate.authorizedBy,
  instrument: mandate.instrument,
  instrumentDate: new Date(mandate.instrumentDate),
});

/** Told beside the transaction, since nobody outside sees into it before it ends. */
export const tellProgress = (id: string, personId: string, done: number, total: number) =>
  besideTransaction(() =>
    db.importProgress.upsert({
      where: { id, personId },
      create: { id, personId, done, total },
      update: { done, total },
    }),
  );
