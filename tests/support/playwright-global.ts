import path from "node:path";
import { buildPages } from "../../bin/dev/checks/pages.mjs";
import { generate } from "../../bin/dev/steps/generate.mjs";
import { findChromium } from "./find-chromium";
import { startServer } from "./servers/application-server";

const root = path.resolve(import.meta.dirname, "../..");

/** A browser and a server for the journeys. Workers read what is put into the environment here. */
export default async function setUp() {
  const browser = findChromium();
  process.env.E2E_CHROMIUM = JSON.stringify(browser);
  if (process.env.E2E_BASE_URL) return undefined;

  await generate(root);
  await buildPages(root);
  const { origin, env, stop } = await startServer();
  // The server's own settings, so that a journey can prepare its world with the app's code.
  const { NODE_ENV: _, ...shared } = env;
  Object.assign(process.env, shared, { E2E_BASE_URL: origin });
  return stop;
}
