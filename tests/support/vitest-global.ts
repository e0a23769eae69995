import { mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { type Addresses, startDatabase } from "./servers/database";

declare module "vitest" {
  export interface ProvidedContext {
    database: Addresses & { superUrl: string };
    dataDir: string;
  }
}

/** One PostgreSQL for the whole run; every test file then works on its own copy of the schema. */
export default async function start(project: TestProject) {
  const { url, ownerUrl, superUrl, guard, stop } = await startDatabase();
  const dataDir = mkdtempSync(path.join(os.tmpdir(), "concerted-data-"));
  guard.remove(dataDir);
  project.provide("database", { url, ownerUrl, superUrl });
  project.provide("dataDir", dataDir);
  return stop;
}
