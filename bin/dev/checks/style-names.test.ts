import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../../..");
const listFiles = (...patterns: string[]) =>
  execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", ...patterns], { cwd: root })
    .toString()
    .split("\n")
    .filter(Boolean);
const read = (file: string) => readFileSync(path.join(root, file), "utf8");

/** The classes that a style sheet names, without its comments and addresses. */
const classesOf = (css: string) =>
  new Set(css.replace(/\/\*[\s\S]*?\*\/|url\([^)]*\)|@import[^;]+;/g, "").match(/(?<=\.)[a-zA-Z][\w-]*(?=[^{}]*\{)/g));

const sources = listFiles("app/*.tsx", "app/*.ts", "components/*.tsx", "components/*.ts")
  .filter((file) => !/\.test\./.test(file))
  .map(read)
  .join("\n");
/** Words in texts of the code: as the name of a variable a class would be found that nothing wears. */
const texts = (sources.match(/"[^"\n]*"|`[^`]*`/g) ?? []).map((it) => it.replace(/\$\{[^}]*\}/g, " ").slice(1, -1));
const written = new Set(texts.flatMap((it) => it.split(/\s+/)));
/** What a name is made of where its end is a value, as in `st-${stance}`. */
const beginnings = [...new Set(sources.match(/[a-zA-Z][\w-]*-(?=\$\{)/g))];

test("every class that a style sheet names is on some page, or its rules would be lost by a renaming", () => {
  const sheets = listFiles("app/*.css", "components/*.css");
  expect(sheets.length).toBeGreaterThan(20);
  const unused = sheets.flatMap((file) =>
    [...classesOf(read(file))]
      .filter((name) => !written.has(name) && !beginnings.some((it) => name.startsWith(it)))
      .map((name) => `${file}: .${name}`),
  );
  expect(unused).toEqual([]);
});
