import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import path from "node:path";
import { expect, test } from "vitest";

const bin = path.resolve(import.meta.dirname, "../..");

/** What a module imports before its first line runs, or by the dynamic import of an entry. */
function* importsOf(file: string, entry: boolean): Generator<string> {
  const text = readFileSync(file, "utf8");
  for (const [, from] of text.matchAll(/^import\s+(?:[^"';]*?\sfrom\s+)?["']([^"']+)["'];/gm)) yield from ?? "";
  if (entry) for (const [, from] of text.matchAll(/^import\("([^"]+)"\)/gm)) yield from ?? "";
}

function findPackages(file: string, seen: Set<string>, entry = false): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  return [...importsOf(file, entry)].flatMap((from) => {
    if (from.startsWith(".")) return findPackages(path.resolve(path.dirname(file), from), seen);
    const builtin = from.startsWith("node:") || builtinModules.includes(from);
    return builtin ? [] : [`${path.relative(bin, file)}: ${from}`];
  });
}

test.each([
  "dev/start.mjs",
  "dev/test.mjs",
  "cli/run.mjs",
  "dev/build.mjs",
])("on a fresh checkout bin/%s begins with Node alone, since it is what installs the packages", (name) => {
  const seen = new Set<string>();
  expect(findPackages(path.join(bin, name), seen, true)).toEqual([]);
  expect(seen.size).toBeGreaterThan(name === "dev/build.mjs" ? 2 : 8);
});
