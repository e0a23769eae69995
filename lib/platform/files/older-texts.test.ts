import { parse } from "csv-parse/sync";
import readElsewhere from "read-excel-file/node";
import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { noCharacter } from "../text/characters";
import { toCsv, unescapeFormula } from "./csv";
import { toSheet, toXlsx } from "./xlsx";
import { readXlsx } from "./xlsx-read";

const columns = [{ header: "text", value: (text: string) => text }] as const;

const write = (texts: string[]) => toXlsx([toSheet("Older", columns, texts)]);

test("a workbook with a text from before that holds U+FFFF opens, and the reader sees where it was", async () => {
  const bytes = await write(["before\uffffafter", "a\u{1fffe}b", "c\ufdd0d", "bell\u0007"]);
  const [read] = await readElsewhere(Buffer.from(bytes));
  const marked = ["before[U+FFFF]after", "a[U+1FFFE]b", "c[U+FDD0]d", "bell[U+0007]"];
  expect(read?.data.slice(1).map(([cell]) => cell)).toEqual(marked);
  expect((parse(toCsv(columns, ["before\uffffafter"])) as string[][])[1]).toEqual(["before[U+FFFF]after"]);
});

test("no lone carriage return leaves in a file, whatever was kept", async () => {
  const kept = ["one\rtwo", "one\r\ntwo", "\rone"];
  const csv = parse(toCsv(columns, kept)) as string[][];
  const book = readXlsx(await write(kept), 10).rows.map(({ cells }) => String(cells[0]));
  for (const rows of [csv.slice(1).map(([cell = ""]) => cell), book.slice(1)])
    expect(rows.map(unescapeFormula)).toEqual(["one\ntwo", "one\ntwo", "\none"]);
});

test("whatever an older row holds, every workbook opens and holds nothing that is no character", async () => {
  const any = fc.string({
    unit: fc.oneof(fc.string({ unit: "binary", maxLength: 1 }), fc.constantFrom(..."\uffff\ufffe\r\n\u0007")),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(any, { minLength: 1, maxLength: 8 }), async (texts) => {
      const bytes = await write(texts.map((it) => it.toWellFormed()));
      const [read] = await readElsewhere(Buffer.from(bytes));
      expect(JSON.stringify(read?.data).replace(/\\n/g, "")).not.toMatch(noCharacter);
    }),
    { numRuns: 25 },
  );
});
