import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { type Database, startDatabase } from "./database";

declare module "vitest" {
  export interface ProvidedContext {
    database: Omit<Database, "stop" | "pid">;
    dataDir: string;
  }
}

/** One PostgreSQL for the whole run; every test file then works on its own copy of the schema. */
export default async function start(project: TestProject) {
  const { stop, pid: _, ...database } = await startDatabase();
  const dataDir = mkdtempSync(path.join(os.tmpdir(), "concerted-data-"));
  project.provide("database", database);
  project.provide("dataDir", dataDir);
  return async () => {
    await stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
