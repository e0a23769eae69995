import { scriptCommand } from "../../../bin/host/child-processes.mjs";
import { addressFor, makeDatabase } from "../../../bin/host/postgres/roles.mjs";
import { migrate } from "../../../bin/server/migrate.mjs";
import { type Fault, type Finding, nothingFound, someOf, type Trial } from "../finding";
import { runProgram } from "../process";

type Summary = { changes: number; named: number; missed: object[]; tables: number; columns: number };

/** Ten changes a round by whoever holds the database itself: each has to be named by verifying the record. */
async function changeRows({ server, choice }: Trial): Promise<Finding> {
  const database = "soak_rows_changed";
  // An empty one: the demonstration is loaded into nothing else.
  await makeDatabase(server.superUrl, database);
  const [url, ownerUrl] = [server.url, server.ownerUrl].map((it) => addressFor(it, { database })) as [string, string];
  await migrate({ ownerUrl, appUrl: url });
  const env = {
    DATABASE_URL: url,
    DATABASE_OWNER_URL: ownerUrl,
    DATABASE_SUPER_URL: addressFor(server.superUrl, { database }),
    APP_ORIGIN: "http://localhost:3000",
    AUTH_SECRET: "a-secret-that-only-the-soak-knows-of-0123456789",
  };
  const command = scriptCommand("tests/soak/change-rows.ts", String(choice.rounds * 10), String(choice.seed));
  const printed = await runProgram(command, { env, watch: server.guard.watch });
  const summary = JSON.parse(printed.trim().split("\n").at(-1) ?? "") as Summary;
  const { changes, named, missed, tables, columns } = summary;
  const broken = someOf(missed.map((it) => `not named: ${JSON.stringify(it)}`));
  const remarks = [`${named} of ${changes} named, in ${tables} tables and ${columns} columns`];
  return { ...nothingFound, injected: changes, broken, remarks };
}

export const rowsChanged: Fault = {
  name: "rows-changed",
  says: "rows of any table changed, added and removed by the superuser",
  run: changeRows,
};
