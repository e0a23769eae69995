import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { toCsv, unescapeFormula } from "./csv";
import { decodeText, readCsv, UnreadableText } from "./read-csv";

const bytes = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(Buffer.from(text, "latin1"));

function faultOf(read: () => unknown) {
  try {
    read();
  } catch (error) {
    if (error instanceof UnreadableText) return error.fault;
  }
  return null;
}

test.each([
  [",", "a,b\r\n1,é\r\n"],
  [";", "a;b\r\n1;é\r\n"],
  ["\t", "a\tb\r\n1\té\r\n"],
  ["the mark of Unicode", "\ufeffa,b\r\n1,é\r\n"],
  ["a comma in quotes beside semicolons", '"a";b\n1;é\n'],
])("a table parted by %j is read", (_, text) => {
  const rows = readCsv(bytes(text), 10);
  expect(rows.map(({ cells }) => cells)).toEqual([
    ["a", "b"],
    ["1", "é"],
  ]);
});

test("Windows-1252 is told as such where its first letter stands, and never guessed at", () => {
  const windows1252 = { reason: "windows1252", line: 3, column: 4 };
  expect(faultOf(() => readCsv(latin("a,b\nc,d\nun été,x\n"), 10))).toEqual(windows1252);
  expect(faultOf(() => readCsv(latin("é"), 10))).toEqual({ reason: "windows1252", line: 1, column: 1 });
  const apostrophe = Uint8Array.from([...bytes("l"), 0x92, ...bytes("eau \u00e9")].slice(0, 6));
  expect(faultOf(() => decodeText(apostrophe))).toMatchObject({ reason: "windows1252", column: 2 });
  // Letters of another kind, and UTF-8 that was damaged.
  expect(faultOf(() => decodeText(Uint8Array.from([0x61, 0x8e, 0x8f])))).toMatchObject({ reason: "notUtf8" });
  expect(faultOf(() => decodeText(Buffer.concat([bytes("é"), latin("é")])))).toMatchObject({ reason: "notUtf8" });
});

test.each(["\ufeff", ""])("UTF-16 is read in both orders, with a mark at its head or without: %j", (mark) => {
  const little = Buffer.from(`${mark}id;énoncé\r\n1;l’eau\r\n`, "utf16le");
  for (const file of [little, Buffer.from(little).swap16()]) {
    expect(readCsv(file, 10).map(({ cells }) => cells)).toEqual([
      ["id", "énoncé"],
      ["1", "l’eau"],
    ]);
  }
  const cut = Buffer.from("\ufeffa,b\n\ud83d,c", "utf16le");
  expect(faultOf(() => decodeText(cut))).toMatchObject({ reason: "utf16" });
});

test("the place of the first wrong byte is told wherever it stands", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zéœ€👩\n]{0,80}$/u), fc.stringMatching(/^[a-zé]{0,20}$/), (before, after) => {
      const wrong = Buffer.concat([bytes(before), Uint8Array.from([0xe9]), bytes(`.${after}`)]);
      const lines = before.split("\n");
      expect(faultOf(() => decodeText(wrong))).toEqual({
        reason:
          /[^\n-~]/.test(before) || /[^a-z]/.test(after) ? expect.stringMatching(/notUtf8|windows1252/) : "windows1252",
        line: lines.length,
        column: (lines.at(-1)?.length ?? 0) + 1,
      });
    }),
  );
});

test("a quote that is never closed is refused with its line", () => {
  expect(faultOf(() => readCsv(bytes('a,b\n1,"open\n'), 10))).toMatchObject({ reason: "brokenCsv" });
  expect(faultOf(() => readCsv(bytes('a,b\n1,x"y"z\n'), 10))).toMatchObject({ reason: "brokenCsv", line: 2 });
});

test("more rows than the measure are not read", () => {
  expect(faultOf(() => readCsv(bytes("a\n".repeat(12)), 10))).toMatchObject({ reason: "tooManyRows", line: 11 });
});

test("rows are numbered as a spreadsheet numbers them: a cell of several lines is one row, an empty line is one too", () => {
  const rows = readCsv(bytes('a,b\n"1\n2\n3",x\n\n , \n3,y\n;,\n'), 10);
  expect(rows.map(({ line, cells }) => [line, cells[1]])).toEqual([
    [1, "b"],
    [2, "x"],
    [5, "y"],
    [6, null],
  ]);
});

test("rows of separators or blanks at the end are no rows, and count for none", () => {
  expect(readCsv(bytes(`a;b\r\n1;2\r\n${";\r\n".repeat(50)}`), 3).map(({ line }) => line)).toEqual([1, 2]);
});

test("what our own files say is read back", () => {
  const text = fc.oneof(fc.string({ unit: "grapheme", minLength: 1 }), fc.stringMatching(/^['=+@\t",;＝ -]{1,6}$/));
  fc.assert(
    fc.property(fc.array(text, { minLength: 1 }), (texts) => {
      const columns = [
        { header: "text", value: (it: string) => it },
        { header: "end", value: () => "." },
      ];
      const rows = readCsv(bytes(toCsv(columns, texts)), 100).slice(1);
      expect(rows.map(({ cells }) => unescapeFormula(cells[0] ?? ""))).toEqual(texts);
    }),
  );
});
