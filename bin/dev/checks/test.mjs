import path from "node:path";
import { makeShutdown } from "../../host/shutdown.mjs";
import { explainError } from "../../host/user-error.mjs";
import { prepare } from "../steps/prepare.mjs";
import { makeReporter } from "../steps/report.mjs";
import { fast, slow } from "./list.mjs";

const root = path.resolve(import.meta.dirname, "../../..");

/** Everything that must hold, from a fresh checkout; closes with the sum, alone on the last line. */
export function test(args) {
  const leave = makeShutdown();
  leave.during(async () => {
    const { print: say, step } = makeReporter({ isLeaving: leave.isLeaving });
    await prepare({ root, step, pages: false });
    const sum = { passed: 0, failed: 0 };
    for (const [name, check] of args.includes("--fast") ? fast : [...fast, ...slow]) {
      if (leave.isLeaving()) return;
      const { passed, failed, output } = await runCheck(name, check, step);
      sum.passed += passed;
      sum.failed += failed;
      if (failed && !leave.isLeaving()) say(`\n${output.trim()}\n`);
    }
    if (leave.isLeaving()) return;
    say(`${sum.passed} passed, ${sum.failed} failed`);
    void leave(sum.failed || !sum.passed ? 1 : 0);
  }, 130);
}

const countOf = (count, word) => (count ? `, ${count} ${word}` : "");

/** A check that breaks down has failed; the others still have their say. */
async function runCheck(name, check, step) {
  let result = { passed: 0, failed: 1, output: "" };
  try {
    await step(name, async (better) => {
      result = await check(root);
      better(
        `${name}: ${result.passed} passed${countOf(result.failed, "failed")}${countOf(result.skipped, "SKIPPED")}`,
      );
      if (result.failed) throw result;
    });
  } catch (problem) {
    if (problem !== result) result = { passed: 0, failed: 1, output: explainError(problem) };
  }
  return result;
}
