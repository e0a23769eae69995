import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    alias: {
      "@/": `${import.meta.dirname}/`,
      // The marker throws wherever it is not resolved for a server component; tests are neither.
      "server-only": `${import.meta.dirname}/node_modules/server-only/empty.js`,
    },
  },
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    include: ["{app,components,lib,prisma,bin,tests}/**/*.test.{ts,tsx}"],
    globalSetup: ["tests/support/vitest-global.ts"],
    setupFiles: ["tests/support/vitest-setup.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
