import { Client } from "pg";

const lock = "hashtextextended('concerted:' || $1, 0)";

/**
 * Holds an advisory lock per worker, which the database drops when the process dies. Otherwise a killed worker’s jobs
 * stay locked for four hours.
 */
export async function announceLiveness(connectionString: string, onLost: () => void) {
  const client = new Client({ connectionString, application_name: "concerted-worker", keepAlive: true });
  client.on("error", onLost);
  await client.connect();
  // A lock keeps out others, never whoever holds it: our own workers would look dead to us.
  const ours = new Set<string>();
  return {
    /** From now on this worker counts as living. */
    markAlive(worker: string) {
      ours.add(worker);
      return client.query(`SELECT pg_advisory_lock(${lock})`, [worker]);
    },
    /** Frees what workers that live no more had begun; whoever is next does it. */
    async freeTheDead(): Promise<string[]> {
      const { rows } = await client.query<{ worker: string }>(
        "SELECT DISTINCT locked_by AS worker FROM graphile_worker.jobs WHERE locked_by IS NOT NULL",
      );
      const dead: string[] = [];
      for (const { worker } of rows.filter((row) => !ours.has(row.worker))) {
        const { rows: taken } = await client.query<{ free: boolean }>(`SELECT pg_try_advisory_lock(${lock}) AS free`, [
          worker,
        ]);
        if (!taken[0]?.free) continue;
        await client.query(`SELECT pg_advisory_unlock(${lock})`, [worker]);
        dead.push(worker);
      }
      if (dead.length > 0) await client.query("SELECT graphile_worker.force_unlock_workers($1::text[])", [dead]);
      return dead;
    },
    end: () => client.end(),
  };
}
