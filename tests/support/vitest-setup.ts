import { mkdirSync } from "node:fs";
import path from "node:path";
import { inject } from "vitest";
import { cloneDatabase } from "./servers/database";

// Before any module that reads the environment is imported: each test file gets its own database and data folder.
const name = `test_${process.env.VITEST_POOL_ID}_${process.pid}`;
const { url, ownerUrl } = await cloneDatabase(inject("database"), name);
const dataDir = path.join(inject("dataDir"), name);
mkdirSync(dataDir, { recursive: true });

Object.assign(process.env, {
  DATABASE_URL: url,
  DATABASE_OWNER_URL: ownerUrl,
  CONCERTED_DATA_DIR: dataDir,
  APP_ORIGIN: "http://localhost:3000",
  AUTH_SECRET: "a-secret-that-only-the-tests-know-of-0123456789",
});

// What a page is given before it is drawn: the clocks of the world, and whose come first.
await import("@/lib/platform/time/zone-data");
(await import("@/lib/platform/i18n/network-time-zone")).setNetworkTimeZone("America/Toronto");
