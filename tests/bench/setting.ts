import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { build } from "../../bin/dev/steps/build.mjs";
import { generate } from "../../bin/dev/steps/generate.mjs";
import { mustRun, packageCommand, scriptCommand } from "../../bin/host/child-processes.mjs";
import { digestOf, whenChanged } from "../../bin/host/digest.mjs";
import { app, owner } from "../../bin/host/postgres/role-names.mjs";
import { withClient } from "../../bin/host/postgres/roles.mjs";
import { startTemporary } from "../../bin/host/postgres/temporary.mjs";
import { migrate } from "../../bin/server/migrate.mjs";
import { liftedLimits } from "../support/lifted-limits";
import { root } from "./server";
import { makeWorld, type World } from "./world";

export type { World } from "./world";

export type Setting = {
  env: Record<string, string>;
  /** Who owns the tables may also have them counted, on which every plan rests. */
  ownerUrl: string;
  watch: (pid: number) => void;
  databasePid: number;
  world: World;
  stop: () => Promise<void>;
};

const twins = "tests/bench/twins";

/** The product and its twins, built as they are served. */
export async function buildAll() {
  await generate(root);
  await build(root);
  const digest = digestOf(
    root,
    [twins, "lib/platform", "lib/viewer", "package-lock.json"],
    (name) => name === `${twins}/.next`,
  );
  await whenChanged(path.join(root, twins, ".next", "concerted-stamp"), digest, () =>
    mustRun(packageCommand("next/dist/bin/next", "build", twins), { cwd: root, env: { NODE_ENV: "production" } }),
  );
}

/** One PostgreSQL that keeps its promises, with the demonstration in it, for both. The limits on haste are lifted. */
export async function makeSetting(): Promise<Setting> {
  const database = await startTemporary({ root, durable: true });
  try {
    await database.makeDatabase("concerted");
    const [url, ownerUrl] = [database.urlFor("concerted", app), database.urlFor("concerted", owner)];
    await migrate({ ownerUrl, appUrl: url });
    const dataDir = mkdtempSync(path.join(os.tmpdir(), "concerted-bench-"));
    database.guard.remove(dataDir);
    const env = {
      ...sharedEnvironment,
      AUTH_SECRET: randomBytes(32).toString("hex"),
      CONCERTED_DATA_DIR: dataDir,
      DATABASE_URL: url,
    };
    await mustRun(scriptCommand("bin/server/content.ts", "first-run"), { cwd: root, env });
    const world = await withClient(ownerUrl, makeWorld);
    return {
      env,
      ownerUrl,
      watch: database.guard.watch,
      databasePid: database.pid ?? process.pid,
      world,
      stop: database.stop,
    };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

const sharedEnvironment = {
  NODE_ENV: "production",
  HOST: "127.0.0.1",
  EMBEDDED: "1",
  DATABASE_OWNER_URL: "",
  SMTP_URL: "",
  ...liftedLimits,
  RATE_EXPORTS: "1000000",
};
