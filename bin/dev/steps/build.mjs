import { readdirSync } from "node:fs";
import path from "node:path";
import { mustRun, packageCommand } from "../../host/child-processes.mjs";
import { digestOf, whenChanged } from "../../host/digest.mjs";

const ignored = new Set([
  "node_modules",
  "bin",
  "e2e",
  "tests",
  "decisions",
  "prisma/migrations",
  "prisma/seed",
  "lib/platform/generated",
]);
const ignoredNames = /(\.test\.tsx?|\.md|\.tsbuildinfo|^next-env\.d\.ts)$/;

const configuration = /\.(json|[cm]?[jt]sx?)$/;

/**
 * Builds the pages, unless nothing that they are made of changed.
 * @param {string} root
 * @param {() => void} [before] may object by throwing, when there is something to do
 * @returns {Promise<boolean>}
 */
export async function build(root, before = () => {}) {
  const names = readdirSync(root, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith(".") && (entry.isDirectory() || configuration.test(entry.name)))
    .map(({ name }) => name);
  const digest = digestOf(root, names.sort(), (name) => ignored.has(name) || ignoredNames.test(name));
  return whenChanged(path.join(root, ".next", "concerted-stamp"), digest, async () => {
    before();
    await mustRun(packageCommand("next/dist/bin/next", "build"), { cwd: root, env: { NODE_ENV: "production" } });
  });
}
