import { packageCommand, run } from "../../host/child-processes.mjs";
import { findDrift } from "./drift.mjs";
import { runJourneys } from "./journeys.mjs";
import { buildPages } from "./pages.mjs";
import { runUnits } from "./units.mjs";

/**
 * A program that says by its code whether all is well, and by its words that it looked at something at all.
 * @param {string[]} words
 * @param {RegExp} looked must be found in what it says when it found nothing wrong
 */
const program = (words, looked) => async (root) => {
  const { code, output } = await run(words, { cwd: root });
  const fine = code === 0 && looked.test(output);
  return {
    passed: fine ? 1 : 0,
    failed: fine ? 0 : 1,
    output: output || `${words.join(" ")} said nothing (code ${code})`,
  };
};

const rooms = ["app", "components", "lib", "prisma", "bin", "tests", "e2e"];

/**
 * The routes' own types are written by Next; a fresh checkout does not have them yet. TypeScript 7 takes a quarter of the time
 * of 5.9, which Next, the import rules and the test of messages still need for its interfaces. Nothing is kept from one check to
 * the next: with what was kept, an import of something that was gone has once been passed over.
 */
async function checkTypes(root) {
  const routes = await run(packageCommand("next/dist/bin/next", "typegen"), { cwd: root });
  if (routes.code !== 0) return { passed: 0, failed: 1, output: routes.output };
  return program(packageCommand("typescript-7/bin/tsc", "--noEmit", "--incremental", "false"), /^/)(root);
}

export const fast = [
  [
    "style",
    program(packageCommand("@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."), /Checked [1-9]\d* files/),
  ],
  ["types", checkTypes],
  [
    "who may import whom",
    program(
      packageCommand("dependency-cruiser/bin/dependency-cruise.mjs", "--config", ".dependency-cruiser.cjs", ...rooms),
      /no dependency violations found \([1-9]\d* modules/,
    ),
  ],
  ["vocabulary", program([process.execPath, "bin/dev/checks/vocabulary.mjs"], /^/)],
  ["units and database", runUnits],
];

export const slow = [
  ["schema and migrations", findDrift],
  ["production build", buildPages],
  ["journeys", runJourneys],
];
