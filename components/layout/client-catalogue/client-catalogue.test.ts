import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { messages as english } from "./catalogue-en";
import { messages as french } from "./catalogue-fr";

const rooms = ["app", "components"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes(".test."))
    .map((name) => path.join(folder, name)),
);
const texts = new Map(rooms.map((file) => [file, readFileSync(file, "utf8")]));
const textOf = (file: string) => texts.get(file) ?? "";

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = ""]) => found);

function importsOf(file: string): string[] {
  return all(textOf(file), /(?:from|import\() ?"((?:\.|@\/)[^"]+)"/g).flatMap((name) => {
    const at = name.startsWith("@/") ? name.slice(2) : path.join(path.dirname(file), name);
    return [`${at}.tsx`, `${at}.ts`].filter((it) => texts.has(it));
  });
}

const namespacesUsed = (file: string) => all(textOf(file), /useTranslations\("([\w.]+)"\)/g);
const brings = (file: string) =>
  all(textOf(file), /(?:of=\{|WordsName\[\] = )\[([^\]]*)\]/g).flatMap((list) => all(list, /"([\w.*]+)"/g));
const covers = (given: readonly string[], name: string) =>
  given.some((it) => name === it || `${name}.*` === it || name.startsWith(`${it}.`));

/** What a file says in the browser, with all that it is made of. */
function usedInBrowser(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  return [...namespacesUsed(file), ...importsOf(file).flatMap((it) => usedInBrowser(it, seen))];
}

const missing = new Map<string, Set<string>>();

/** What is said in the browser under a file that the server makes, and that neither it nor anything under it brings. */
function missingUnder(file: string): Set<string> {
  const known = missing.get(file);
  if (known) return known;
  const found = new Set<string>();
  missing.set(file, found);
  const inBrowser = /^"use client"/.test(textOf(file));
  const said = inBrowser ? usedInBrowser(file) : importsOf(file).flatMap((it) => [...missingUnder(it)]);
  for (const name of said) if (!covers(brings(file), name)) found.add(name);
  return found;
}

const find = (messages: object, name: string) =>
  name.split(".").reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], messages);

const pages = rooms.filter((file) => /^app\/.*(page|layout|error|not-found)\.tsx$/.test(file));

test("the search for pages, and for what is said in the browser, finds some", () => {
  expect(pages.length).toBeGreaterThan(30);
  expect(rooms.flatMap((it) => usedInBrowser(it)).length).toBeGreaterThan(100);
  expect(existsSync("components/layout/client-catalogue/provide-messages.tsx")).toBe(true);
});

test.each(pages)("%s brings what it says in the browser, beside what every page has, in both languages", (page) => {
  const without = [...missingUnder(page)].filter((name) => !find(english, name) || !find(french, name));
  expect(without, "bring them with <BringWords of={[…]}> around the part that says them").toEqual([]);
});
