import "server-only";
import { compareZoneCopies, type ZoneCopies } from "../time/compare-copies";
import { isFresh } from "../time/nightly";
import { db } from "./client";

type Readiness = {
  status: "ready" | "notReady";
  database: boolean;
  migrations: number;
  warnings: string[];
  /** Absent where the database was not asked. That another copy differs is no reason to send nobody here. */
  zoneData?: ZoneCopies;
};

let checking: Promise<Readiness> | null = null;

/**
 * Whether this node may be sent requests, and what its operator should know. Anybody may ask, and no measure counts it: so
 * however many ask at once, the database is asked by one of them.
 */
export async function readReadiness(): Promise<Readiness> {
  if ((globalThis as { concertedDraining?: boolean }).concertedDraining) {
    return { status: "notReady", database: true, migrations: 0, warnings: ["draining"] };
  }
  checking ??= checkDatabase().finally(() => {
    checking = null;
  });
  return checking;
}

async function checkDatabase(): Promise<Readiness> {
  try {
    const rows = await db.$queryRaw<
      { applied: number; unfinished: number; owns: boolean; now: Date; batchAt: Date | null }[]
    >`
      SELECT (count(*) FILTER (WHERE finished_at IS NOT NULL))::int AS applied,
        (count(*) FILTER (WHERE finished_at IS NULL AND rolled_back_at IS NULL))::int AS unfinished,
        pg_catalog.has_table_privilege(current_user, '"Activity"', 'DELETE') AS owns,
        now() AS now, (SELECT "concealedAt" FROM "Network" WHERE "id" = 1) AS "batchAt"
      FROM "_prisma_migrations"`;
    const row = rows[0];
    if (!row || row.unfinished > 0)
      return { status: "notReady", database: true, migrations: row?.applied ?? 0, warnings: [] };
    const warnings = [
      ...(row.owns ? ["oneDatabaseRole"] : []),
      // Pages say "some not shown" everywhere until it has run: the worker may be down.
      ...(isFresh(row.batchAt, row.now) ? [] : ["nightlyBatchOverdue"]),
    ];
    return { status: "ready", database: true, migrations: row.applied, warnings, zoneData: await compareZoneCopies() };
  } catch {
    return { status: "notReady", database: false, migrations: 0, warnings: [] };
  }
}
