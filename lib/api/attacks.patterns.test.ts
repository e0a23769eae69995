import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { countSteps, TooManySteps } from "@/tests/support/count-regexp-steps";
import { fc } from "@/tests/support/fast-check";

// Attack 25: a pattern of ours that takes for ever on a text made for it.

const root = path.resolve(import.meta.dirname, "../..");
const skipped = /(\.test\.tsx?$|\/generated\/|\/node_modules\/)/;

const sources = ["lib", "components", "app", "bin/server/web"]
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
  )
  .concat("proxy.ts")
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !skipped.test(`/${file}`));

type Found = { pattern: string; file: string };

/** Every pattern that is written in what runs, by reading the program. */
function findPatterns(): Found[] {
  const found = new Map<string, Found>();
  for (const file of sources) {
    const tree = ts.createSourceFile(file, readFileSync(path.join(root, file), "utf8"), ts.ScriptTarget.Latest);
    const visit = (node: ts.Node) => {
      if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) {
        const pattern = (node as ts.RegularExpressionLiteral).text;
        if (!found.has(pattern)) found.set(pattern, { pattern, file });
      }
      ts.forEachChild(node, visit);
    };
    visit(tree);
  }
  return [...found.values()];
}

const patterns = findPatterns();

/** Patterns that try every place again from every place. What they read is ours and short: the paths of our own endpoints. */
const square = ["/\\{\\+?([^}]+)\\}/g", "/\\{[^}]+\\}/g"];

function toRegExp(literal: string): RegExp {
  const end = literal.lastIndexOf("/");
  return new RegExp(literal.slice(1, end), literal.slice(end + 1));
}

/** Letters that mean something to this pattern, and some that mean nothing. */
const lettersOf = (pattern: string) => [
  ...new Set([...pattern.replace(/\\[a-zA-Z]/g, ""), ..."a0 -\n.é\u0301\u0000@/"]),
];

const length = 240;

test("the patterns of the product are found", () => {
  expect(patterns.length).toBeGreaterThan(60);
});

test("the count of steps tells a pattern that explodes from one that does not", () => {
  const evil = `${"a".repeat(40)}!`;
  expect(() => countSteps(/^(a+)+$/, evil, 100_000)).toThrow(TooManySteps);
  expect(() => countSteps(/^(a|a)*$/, evil, 100_000)).toThrow(TooManySteps);
  expect(countSteps(/^[a-z]+(-[a-z]+)*$/, evil, 100_000)).toBeLessThan(300);
  for (const [pattern, text] of [
    [/b(c|d)e?$/u, "abce"],
    [/^\d{2,3}x/, "123x"],
    [/a(?!b)/, "abac"],
    [/(?<=x)y/, "zyxy"],
  ] as const)
    expect(countSteps(pattern, text, 1_000) > 0).toBe(pattern.test(text));
});

test.each(
  patterns.map((it) => [it.pattern, it] as const),
)("no text makes a pattern try more than a few times its length: %s", (_, { pattern, file }) => {
  const expression = toRegExp(pattern);
  const tryOn = (first: string, pumped: string, last: string) => {
    const text = (first + pumped.repeat(length)).slice(0, length) + last;
    const maxSteps = 16 * text.length * (square.includes(pattern) ? text.length : 1);
    const label = `${file}: ${JSON.stringify(text.slice(0, 40))}`;
    expect(countSteps(expression, text, maxSteps), label).toBeLessThanOrEqual(maxSteps);
  };
  const letters = lettersOf(pattern);
  for (const letter of letters) for (const last of ["!", "\n", "a", ""]) tryOn("", letter, last);
  const piece = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 4 });
  fc.assert(fc.property(piece, piece, piece, tryOn), { numRuns: 60, seed: 20261123 });
});

test("no pattern is made of what somebody sends: only of our own paths and words, and of what the build wrote", () => {
  const making = sources.filter((file) => /\bRegExp\(/.test(readFileSync(path.join(root, file), "utf8")));
  expect(making.sort()).toEqual([
    "bin/server/web/access-log.mjs",
    "components/propositions/section-name.ts",
    "lib/api/endpoints.ts",
    // Of its own classes of letters alone.
    "lib/platform/text/compare-texts.ts",
  ]);
});

test("the patterns that may take longer are still there", () => {
  expect(square.filter((it) => !patterns.some(({ pattern }) => pattern === it))).toEqual([]);
});
