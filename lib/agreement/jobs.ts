import "server-only";
import type { NounWork } from "@/lib/activity/jobs.notifications";
import { transact } from "@/lib/platform/db/client";

declare module "@/lib/platform/jobs/queue" {
  interface JobPayloads {
    refresh_concealed: Record<string, never>;
  }
}

/**
 * Rebuilds ConcealedStance daily: which standing stances of members somebody may not read. Between two runs rows are
 * only added, so that nothing but the daily run can change "some not shown".
 *
 * The table is emptied before the positions are read, and a row that appears meanwhile is newer than this run: whoever
 * narrows at the same moment is seen by the second statement or wins over it, and never lost.
 */
export async function refreshConcealed() {
  await transact(async (tx) => {
    await tx.concealedStance.deleteMany({});
    await tx.$executeRaw`
      INSERT INTO "ConcealedStance" ("propositionId", "organizationId", "visibility", "listed")
      SELECT position."propositionId", position."organizationId", revision."visibility", organization."listing"
      FROM "Position" position
      JOIN "PositionRevision" revision
        ON revision."positionId" = position."id" AND revision."number" = position."standing"
      JOIN "Proposition" proposition
        ON proposition."id" = position."propositionId" AND proposition."currentVersion" = revision."propositionVersion"
      JOIN "Organization" organization ON organization."id" = position."organizationId"
      WHERE organization."status" = 'member'
        AND (revision."visibility" <> 'public' OR organization."listing" <> 'public')
      ON CONFLICT ("propositionId", "organizationId") DO NOTHING`;
    await tx.$executeRaw`UPDATE "Network" SET "concealedAt" = now() WHERE "id" = 1`;
  });
}

export const work = {
  jobs: { refresh_concealed: refreshConcealed },
  nightly: { refresh_concealed: "30 7 * * *" },
} satisfies NounWork;
