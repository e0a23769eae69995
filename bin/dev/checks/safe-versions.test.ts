import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../../..");
const read = (file: string) => JSON.parse(readFileSync(path.join(root, file), "utf8"));

/** Below these, somebody knows a way in. Raised when an advisory says so, never lowered. */
const least: Record<string, string> = {
  next: "16.3.3",
  "next-auth": "4.24.15",
  nodemailer: "9.1.0",
  sharp: "0.35.0",
  react: "19.2.6",
  "react-dom": "19.2.6",
};

const parts = (version: string) => version.split(/[.+-]/).slice(0, 3).map(Number);
const isBelow = (version: string, wanted: string) => {
  const [a, b] = [parts(version), parts(wanted)];
  const at = a.findIndex((it, i) => it !== b[i]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
};

test("no package that the product runs with, anywhere in the tree, is older than what is known to be safe", () => {
  const { packages } = read("package-lock.json") as { packages: Record<string, { version?: string; dev?: boolean }> };
  const installed = Object.entries(packages).flatMap(([at, { version, dev }]) => {
    const name = at.split("node_modules/").at(-1) ?? "";
    return version && !dev && least[name] ? [{ at, version, least: least[name] }] : [];
  });
  expect(installed.map(({ at }) => at)).toEqual(expect.arrayContaining(["node_modules/next", "node_modules/react"]));
  expect(installed.filter(({ version, least }) => isBelow(version, least))).toEqual([]);
});

test("every package that this project names is pinned to one version", () => {
  const { dependencies, devDependencies } = read("package.json") as Record<string, Record<string, string>>;
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, it]) => !/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+/.test(it),
  );
  expect(loose).toEqual([]);
});
