import { spawn } from "node:child_process";
import { afterEach, expect, test, vi } from "vitest";

const right = { DATABASE_URL: "postgresql://a:b@127.0.0.1:1/c", AUTH_SECRET: "k".repeat(40) };

/** How a program of ours ends under these settings and no others. */
function run(settings: Record<string, string>) {
  const args = ["--conditions=react-server", "--import", "tsx", "bin/server/worker.ts"];
  const env = { PATH: process.env.PATH, NODE_ENV: "production", ...settings } as NodeJS.ProcessEnv;
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  const said = { stdout: "", stderr: "" };
  child.stdout.on("data", (part) => {
    said.stdout += part;
  });
  child.stderr.on("data", (part) => {
    said.stderr += part;
  });
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) =>
    child.once("close", (code) => resolve({ code, ...said })),
  );
}

test.each([
  ["nothing at all", {}, "DATABASE_URL: must be set; AUTH_SECRET: must be set"],
  [
    "a host that others reach",
    { ...right, HOST: "0.0.0.0" },
    "APP_ORIGIN: must be set where others can reach the server",
  ],
])("told %s, the worker says what is wrong in one line and ends with a code", async (_, settings, words) => {
  const { code, stdout, stderr } = await run(settings);
  expect([code, stdout, stderr.trim().split("\n").length]).toEqual([1, "", 1]);
  expect(stderr).toContain(`Configuration: ${words}`);
  expect(stderr).not.toContain("kkkk");
});

afterEach(() => vi.unstubAllEnvs());

test.each([
  ["MOST_IN_FLIGHT", "many"],
  ["MOST_IN_FLIGHT", "0"],
  ["LONGEST_ANSWER_SECONDS", "-1"],
  ["TRUSTED_PROXIES", "10.0.0.2, nginx"],
  ["RATE_PER_ACCOUNT", "1.5"],
  ["AUTH_SECRET", "short"],
])("%s is named when it is %j, and its value is not repeated", async (name, value) => {
  vi.resetModules();
  vi.stubEnv(name, value);
  const { ConfigurationError, env } = await import("@/lib/platform/env");
  expect(env).toThrow(ConfigurationError);
  expect(env).toThrow(new RegExp(`^Configuration: ${name}: `));
  if (value.length > 4) expect(env).not.toThrow(value);
});
