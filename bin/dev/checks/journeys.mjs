import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { packageCommand, run } from "../../host/child-processes.mjs";

const sheet = ".artifacts/journeys.json";

/** Playwright's own count. One that passed only at the second try has not passed. */
export async function runJourneys(root) {
  const file = path.join(root, sheet);
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const { code, output } = await run(packageCommand("@playwright/test/cli.js", "test", "--reporter=line,json"), {
    cwd: root,
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file, FORCE_COLOR: "0" },
  });
  if (!existsSync(file)) return { passed: 0, failed: 1, output };
  const { stats, errors } = JSON.parse(readFileSync(file, "utf8"));
  const failed = stats.unexpected + stats.flaky + errors.length;
  return { passed: stats.expected, failed: failed || (code === 0 && stats.expected > 0 ? 0 : 1), output };
}
