import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findFaults } from "./vocabulary.mjs";

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "vocabulary-"));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, text: string) {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

const lines = (count: number) => "export {};\n".repeat(count);

describe("a breach of each rule is found where it is", () => {
  test.each([
    ["app/[locale]/places/page.css", "", 'retired word "places"'],
    ["lib/math/one.ts", "type Held = number;", 'type Held has the retired word "held"'],
    ["lib/math/one.ts", "function holdRights() {}", 'function holdRights has the retired word "hold"'],
    ["lib/math/one.ts", "const tellAll = () => 1;", 'function tellAll has the retired word "tell"'],
    ["lib/math/one.ts", "const it = { askDoor: () => 1 };", 'function askDoor has the retired word "door"'],
    ["lib/math/one.ts", "export const most = 1;", 'constant most has the retired word "most"'],
    ["locales/en/home.json", '{ "title": { "debts": "Tasks" } }', 'key title.debts has the retired word "debts"'],
    ["lib/math/string-utils.ts", "", "a name that says nothing"],
    ["lib/math/someFile.ts", "", "not in kebab-case"],
    ["lib/math/one.ts", lines(251), "251 lines, more than 250"],
    ["app/[locale]/page.tsx", lines(31), "a page of 31 lines, more than 30"],
    ["app/one.ts", '"use server";', "says 'use server'"],
    ["lib/math/one.ts", "// @ts-ignore", "silences the type checker"],
    ["lib/math/one.ts", "// TODO", "a note to oneself"],
    ["lib/codes/service.ts", "", "not one of the words of a noun"],
    ["lib/codes/read.as-of.ts", "", 'does not say import "server-only"'],
    ["lib/codes/tasks.ts", "", 'does not say import "server-only"'],
    ["components/one.ts", "const is = viewer.convenerFor.length > 0;", "a screen reads convenerFor"],
    ["components/one.ts", "const has = (await getViewer()).mandates;", "a screen reads mandates"],
    ["app/one.tsx", "const { representations: all } = await getViewer();", "a screen reads representations"],
    ["app/one.tsx", "const f = ({ mandates }: Viewer) => mandates;", "a screen reads mandates"],
    ["app/one.tsx", 'type Props = { viewer: Pick<Viewer, "name" | "mandates"> };', "a screen reads mandates"],
  ])("%s with %j: %s", (file, text, fault) => {
    write(file, text);
    expect(findFaults(root, [])).toEqual([expect.stringContaining(fault)]);
  });
});

test("no type name is exported by a third file", () => {
  for (const file of ["one", "two"]) write(`lib/math/${file}.ts`, "export type Row = number;");
  write("lib/math/local.ts", "type Row = number;");
  expect(findFaults(root, [])).toEqual([]);
  write("components/three.ts", "export interface Row {}");
  expect(findFaults(root, [])).toEqual([
    "components/three.ts, lib/math/one.ts, lib/math/two.ts: each exports a type Row",
  ]);
});

test("what keeps to the rules is left alone: parts of words, data of that name, every word of a noun", () => {
  write(
    "lib/math/threshold.ts",
    "export const threshold = 1;\nexport function askAgain() { const most = 1; return most; }",
  );
  write("components/table.tsx", "const f = (organization: { mandates: [] }) => organization.mandates;");
  write("lib/codes/tasks.ts", 'import "server-only";');
  write("lib/codes/constants.ts", "");
  write("lib/codes/read.as-of.ts", 'import "server-only";');
  write("lib/platform/generated/held.ts", "");
  write("prisma/migrations/1_holds/migration.sql", "");
  expect(findFaults(root, [])).toEqual([]);
});

test("a name is allowed in its own file alone, and not for longer than it is there", () => {
  write("lib/math/one.ts", "export const most = 1;");
  const entry = { file: "lib/math/one.ts", name: "most", why: "the field's word" };
  expect(findFaults(root, [entry])).toEqual([]);
  expect(findFaults(root, [{ ...entry, file: "lib/math/two.ts" }])).toEqual([
    'lib/math/one.ts: constant most has the retired word "most"',
    "lib/math/two.ts: most is allowed a retired word and is not there",
  ]);
});
