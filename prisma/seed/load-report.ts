import { isAnythingUnrecorded } from "@/lib/activity/record";
import { db, type Tx } from "@/lib/platform/db/client";
import { record } from "@/lib/report/activity";
import { loadPropositions } from "./load-propositions";
import { loadActors, loadErrata, loadGlossary, loadLibrary, loadRecommendations, loadTimeline } from "./load-sources";
import { dropThemes, loadDilemmas, putThemes } from "./load-themes";
import type { Report } from "./read-report";
import { sum, type TableChange } from "./sync-table";

/** What the program does by itself has no person. */
export const nobody = { personId: null, token: null };

/** Brings the database to what the report's files say, all of it or nothing. */
export const loadReport = (report: Report): Promise<TableChange> => inTurn((tx) => followReport(tx, report));

/** The same within a transaction. Told in the record when anything changed. */
export async function followReport(tx: Tx, report: Report): Promise<TableChange> {
  const changes: TableChange[] = [];
  changes.push(await putThemes(tx, report.themes));
  changes.push(await loadPropositions(tx, report.propositions));
  changes.push(await dropThemes(tx, report.themes));
  changes.push(await loadDilemmas(tx, report.dilemmas));
  changes.push(await loadRecommendations(tx, report.recommendations));
  changes.push(await loadErrata(tx, report.errata));
  changes.push(await loadTimeline(tx, report.timeline));
  changes.push(await loadLibrary(tx, report.library));
  changes.push(await loadGlossary(tx, report.glossary));
  changes.push(await loadActors(tx, report.actors));
  const change = sum(changes);
  await tx.network.update({ where: { id: 1 }, data: { contentDigest: report.digest } });
  if (change.added + change.changed + change.removed > 0 || (await isAnythingUnrecorded(tx))) {
    await record(tx, "content.loaded", nobody, "content", { digest: report.digest, ...change });
  }
  return change;
}

/**
 * One loader at a time: the second waits here and then finds nothing to do. Nobody waits for a page meanwhile, so the
 * patience of a request, which a slow machine would exhaust, does not apply.
 */
export const inTurn = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT set_config('lock_timeout', '60s', true), set_config('statement_timeout', '60s', true)`;
      await tx.$queryRaw`SELECT 1 FROM "Network" FOR UPDATE`;
      return work(tx);
    },
    { maxWait: 60_000, timeout: 120_000 },
  );
