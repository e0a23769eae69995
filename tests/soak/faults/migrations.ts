import { setTimeout as pause } from "node:timers/promises";
import { app, owner } from "@/bin/host/postgres/role-names.mjs";
import { addressFor, makeDatabase, withClient } from "@/bin/host/postgres/roles.mjs";
import type { Database } from "../../support/servers/database";
import { type Chance, seedChance } from "../chance";
import { type Fault, type Finding, nothingFound, type Trial } from "../finding";
import { type Running, startProgram } from "../process";

const database = "soak_migrations";
const atOnce = 2;

/** What a database came to be: its columns, its rights, its functions, and the list of what was applied. */
const shape = `SELECT md5(string_agg(line, E'\\n' ORDER BY line)) AS digest FROM (
  SELECT concat_ws(' ', 'column', table_schema, table_name, column_name, data_type, is_nullable) AS line FROM information_schema.columns
    WHERE table_schema IN ('public', 'graphile_worker')
  UNION ALL SELECT concat_ws(' ', 'right', table_name, grantee, privilege_type) FROM information_schema.role_table_grants
    WHERE table_schema = 'public'
  UNION ALL SELECT concat_ws(' ', 'rule', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT concat_ws(' ', 'trigger', tgrelid::regclass, tgname) FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL SELECT concat_ws(' ', 'applied', migration_name, count(*), bool_and(finished_at IS NOT NULL))
    FROM _prisma_migrations GROUP BY migration_name) AS lines`;

type Target = { server: Database; url: string; ownerUrl: string };

/** Nodes that migrate at once, some of them killed midway: afterwards the database is what one quiet run makes of it. */
export async function migrateAmidFaults({ server, choice }: Trial): Promise<Finding> {
  const target: Target = {
    server,
    url: addressFor(server.url, { database }),
    ownerUrl: addressFor(server.ownerUrl, { database }),
  };
  const chance = seedChance(choice.seed);
  const expected = await shapeOf(server, new URL(server.url).pathname.slice(1));
  const broken: string[] = [];
  const rounds = Math.max(2, Math.round(choice.rounds / 5));
  let midway = 0;
  for (let round = 0; round < rounds; round++) {
    await startEmpty(server);
    if (round % 2 === 1) midway += await killMidway(target, chance);
    const runs = Array.from({ length: atOnce }, () => run(target));
    const codes = await Promise.all(runs.map((it) => it.exited));
    if (codes.some((code) => code !== 0))
      broken.push(`a run ended with ${codes.join(", ")}: ${runs.map((it) => it.output()).join(" ")}`);
    if ((await shapeOf(server, database)) !== expected)
      broken.push(`round ${round}: the database is not what one run makes`);
  }
  return { ...nothingFound, injected: rounds, halved: broken.length, broken, remarks: [`${midway} killed midway`] };
}

const shapeOf = ({ superUrl }: Database, of: string): Promise<string> =>
  withClient(
    addressFor(superUrl, { database: of }),
    async (client) => (await client.query(shape)).rows[0].digest as string,
  );

async function startEmpty({ superUrl }: Database) {
  await withClient(superUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`));
  await makeDatabase(superUrl, database);
}

function run({ server, url, ownerUrl }: Target): Running {
  const env = { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl };
  return startProgram([process.execPath, "bin/server/migrate.mjs"], { env, watch: server.guard.watch });
}

/** Waits until it is at work in the database, and a moment more. Answers 1 when it was killed before it was done. */
async function killMidway(target: Target, chance: Chance): Promise<number> {
  const running = run(target);
  let ended = false;
  void running.exited.then(() => {
    ended = true;
  });
  const atWork = `SELECT FROM pg_stat_activity WHERE datname = '${database}' AND usename IN ('${owner}', '${app}')`;
  await withClient(target.server.superUrl, async (client) => {
    while (!ended && (await client.query(atWork)).rowCount === 0) await pause(1);
  });
  await pause(chance.between(0, 250));
  running.signal("SIGKILL");
  return (await running.exited) === "SIGKILL" ? 1 : 0;
}

export const migrations: Fault = {
  name: "migrations",
  says: "two nodes migrate at once, one is killed midway",
  run: migrateAmidFaults,
};
