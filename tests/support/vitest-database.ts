import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { inject } from "vitest";
import { cloneDatabase } from "./servers/database";

// Before any module that reads the environment is imported: each test file gets its own database and data folder.
// The one that a file had before in the same slot is gone then: there are never more than run at once.
const name = `test_${process.env.VITEST_POOL_ID}`;
const { url, ownerUrl } = await cloneDatabase(inject("database"), name);
const dataDir = path.join(inject("dataDir"), name);
rmSync(dataDir, { recursive: true, force: true });
mkdirSync(dataDir, { recursive: true });

Object.assign(process.env, {
  DATABASE_URL: url,
  DATABASE_OWNER_URL: ownerUrl,
  CONCERTED_DATA_DIR: dataDir,
  APP_ORIGIN: "http://localhost:3000",
  AUTH_SECRET: "a-secret-that-only-the-tests-know-of-0123456789",
  BACKUP_KEY: "a-key-that-only-the-backups-of-the-tests-know-0123456789",
});
