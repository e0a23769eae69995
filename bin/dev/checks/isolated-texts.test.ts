import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { findMixedTexts, findUndirectedProse } from "./find-mixed-texts.mjs";

const root = path.resolve(import.meta.dirname, "../../..");
const files = ["app", "components"].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".tsx") && !name.includes(".test."))
    .map((name) => path.join(folder, name)),
);
const read = (file: string) => readFileSync(path.join(root, file), "utf8");

test("a name or a text of a member that shares its element with other words is in a bdi of its own", () => {
  expect(files.length).toBeGreaterThan(300);
  expect(
    files.flatMap((file) => findMixedTexts(file, read(file)).map((it) => `${file}:${it.line} ${it.shown}`)),
  ).toEqual([]);
});

test("prose whose lines are kept has a direction of its own", () => {
  expect(files.flatMap((file) => findUndirectedProse(file, read(file)).map((it) => `${file}:${it.line}`))).toEqual([]);
});

test.each([
  ["<p>{organization.short[locale]}, {day}</p>", 1],
  ["<p>{t('by')} {author?.name ?? t('unnamed')}</p>", 1],
  ["<p>{note && note} .</p>", 1],
  ["<><b>x</b>: {title}</>", 1],
  ["<p>{organization.short[locale]}</p>", 0],
  ["<p><bdi>{organization.short[locale]}</bdi>, {day}</p>", 0],
  ["<p>{count} {day}</p>", 0],
  ["<p>{note && <b>{note}</b>} {day}</p>", 0],
])("the check sees what it is for: %s", (jsx, count) => {
  expect(findMixedTexts("x.tsx", `export const x = ${jsx};`)).toHaveLength(count);
});

test.each([
  ['<p className="whitespace-pre-line">{note}</p>', 1],
  ['<p dir="auto" className="whitespace-pre-line">{note}</p>', 0],
  ['<p className="whitespace-pre-line"><Quote>{note}</Quote></p>', 0],
])("and prose without a direction: %s", (jsx, count) => {
  expect(findUndirectedProse("x.tsx", `export const x = ${jsx};`)).toHaveLength(count);
});
