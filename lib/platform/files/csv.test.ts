import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { csvFile, toCsv, unescapeFormula } from "./csv";

const one = [{ header: "text", value: (text: string) => text }] as const;
const cellsOf = (csv: string) => (parse(csv, { bom: true }) as string[][]).slice(1).map((row) => row[0] ?? "");

test.each([
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "\t=1",
  "\n=1",
  " =1",
  "＝1",
  "＋1",
  "－1",
  "＠1",
])("no spreadsheet runs %j", (text) => {
  const [cell] = cellsOf(toCsv(one, [text]));
  expect(cell).toBe(`'${text}`);
});

test("numbers are numbers, and what is absent is empty", () => {
  const columns = [
    { header: "a", value: () => -5 },
    { header: "b", value: () => null },
    { header: "c", value: () => false },
  ];
  expect(toCsv(columns, [0])).toBe("a,b,c\r\n-5,,false\r\n");
});

test("whatever was written is read back", () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.stringMatching(/^['=+@\t\n",;＝ -]{0,6}$/),
    fc.constantFrom("l’Île", "a\nb", "'quoted'", "''=1", "'", ""),
  );
  fc.assert(
    fc.property(fc.array(text, { minLength: 1 }), (texts) => {
      const columns = [...one, { header: "end", value: () => "." }];
      expect(cellsOf(toCsv(columns, texts)).map(unescapeFormula)).toEqual(texts);
    }),
  );
});

test("a file says that it is Unicode", async () => {
  const file = csvFile("points.csv", toCsv(one, ["é"]));
  expect(file.type).toBe("text/csv;charset=utf-8");
  const bytes = new Uint8Array(await file.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(cellsOf(new TextDecoder().decode(bytes))).toEqual(["é"]);
});
