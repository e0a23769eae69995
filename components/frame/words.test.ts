import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { messages as english } from "./words-en";
import { messages as french } from "./words-fr";

const files = ["app", "components"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".tsx"))
    .map((name) => path.join(folder, name)),
);
const inBrowser = files.filter((file) => readFileSync(file, "utf8").startsWith('"use client"'));
const asked = inBrowser.flatMap((file) =>
  [...readFileSync(file, "utf8").matchAll(/useTranslations\("([\w.]+)"\)/g)].map(
    ([, name = ""]) => [file, name] as const,
  ),
);

/** Long, and said on a page or two: these pages bring them along themselves. */
const broughtByPages = ["acting", "administration", "admission", "agreement", "explorer", "map", "studies"];

const find = (messages: object, name: string) =>
  name.split(".").reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], messages);

test.each(
  asked.filter(([, name]) => !broughtByPages.includes(name.split(".")[0] ?? "")),
)("what %s says in the browser, %s, is brought to it in both languages", (_, name) => {
  expect(find(english, name)).toBeDefined();
  expect(find(french, name)).toBeDefined();
});

test.each(broughtByPages)("what is said of %s in the browser is brought by its own pages", (name) => {
  const bringing = new RegExp(`<NextIntlClientProvider messages=\\{\\{[^>]*\\b${name}\\b`);
  expect(files.filter((file) => bringing.test(readFileSync(file, "utf8")))).toHaveLength(1);
});
