import { defineConfig } from "vitest/config";
import { LongestFirst } from "./tests/support/vitest-order.mjs";

/** One that changes modules for itself, or asks the database though its folder does not, says so in its name. */
const alone = "!(*.database|*.isolated)";

/**
 * Tests of what is true without a database. They share a process, which halves what they cost; a query from them fails,
 * since they are given no address.
 */
const pure = [
  `components/**/${alone}.test.{ts,tsx}`,
  "lib/**/rules*.test.ts",
  `lib/math/**/${alone}.test.ts`,
  `lib/platform/{calendar,documents,files,text,time}/**/${alone}.test.ts`,
  "bin/dev/checks/*.test.ts",
];

const shared = {
  resolve: {
    alias: {
      "@/": `${import.meta.dirname}/`,
      // The marker throws wherever it is not resolved for a server component; tests are neither.
      "server-only": `${import.meta.dirname}/node_modules/server-only/empty.js`,
    },
  },
  oxc: { jsx: { runtime: "automatic" as const } },
};

const limits = { pool: "forks" as const, testTimeout: 30_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        ...shared,
        test: {
          ...limits,
          name: "database",
          include: ["{app,components,lib,prisma,bin,tests}/**/*.test.{ts,tsx}"],
          exclude: [...pure, "**/node_modules/**"],
          globalSetup: ["tests/support/vitest-global.ts"],
          setupFiles: ["tests/support/vitest-database.ts", "tests/support/vitest-zones.ts"],
        },
      },
      {
        ...shared,
        test: {
          ...limits,
          name: "pure",
          include: pure,
          isolate: false,
          setupFiles: ["tests/support/vitest-zones.ts"],
        },
      },
    ],
  },
});
