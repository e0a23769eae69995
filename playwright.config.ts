import { defineConfig } from "@playwright/test";
import type { Browser } from "./tests/support/find-chromium";

/** Found once, in the global setup; nothing is known of it before. */
const browser: Partial<Browser> = JSON.parse(process.env.E2E_CHROMIUM ?? "{}");

export default defineConfig({
  testDir: "e2e",
  outputDir: ".artifacts/journeys",
  globalSetup: "./tests/support/playwright-global.ts",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // For a hang, not for a slow machine: a journey of many pages takes half a minute on a quiet one.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: process.env.CI ? "line" : "list",
  projects: [{ name: "chromium" }],
  use: {
    browserName: "chromium",
    ...(process.env.E2E_BASE_URL ? { baseURL: process.env.E2E_BASE_URL } : {}),
    locale: "en-CA",
    timezoneId: "America/Toronto",
    screenshot: "only-on-failure",
    trace: "off",
    launchOptions: {
      ...(browser.executablePath ? { executablePath: browser.executablePath } : {}),
      env: { ...environment(), ...browser.env },
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}
