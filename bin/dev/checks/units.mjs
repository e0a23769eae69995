import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { packageCommand, run } from "../../host/child-processes.mjs";

const sheet = ".artifacts/units.json";

/** Vitest's own count. A file that could not be read has no tests to count: it is one failure. */
export async function runUnits(root) {
  const file = path.join(root, sheet);
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const words = packageCommand(
    "vitest/vitest.mjs",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${sheet}`,
  );
  const { code, output } = await run(words, { cwd: root });
  if (!existsSync(file)) return { passed: 0, failed: 1, output };
  const sum = JSON.parse(readFileSync(file, "utf8"));
  const { numPassedTests: passed, numPendingTests: skipped, numFailedTests, testResults } = sum;
  const unread = testResults.filter(({ status, assertionResults }) => status === "failed" && !assertionResults.length);
  const failed = numFailedTests + unread.length;
  return { passed, skipped, failed: failed || (code === 0 && passed > 0 ? 0 : 1), output };
}
