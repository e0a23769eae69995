import fc from "fast-check";
import { expect, test } from "vitest";
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

test("Windows-1252 is refused where its first letter stands, and never guessed at", () => {
  expect(faultOf(() => readCsv(latin("a,b\nc,d\nun été,x\n"), 10))).toEqual({ reason: "notUtf8", line: 3, column: 4 });
  expect(faultOf(() => readCsv(latin("é"), 10))).toEqual({ reason: "notUtf8", line: 1, column: 1 });
  expect(faultOf(() => decodeText(Uint8Array.from([0xff, 0xfe, 0x61, 0])))).toMatchObject({ reason: "utf16" });
});

test("the place of the first wrong byte is told wherever it stands", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zéœ€👩\n]{0,80}$/u), fc.stringMatching(/^[a-zé]{0,20}$/), (before, after) => {
      const wrong = Buffer.concat([bytes(before), Uint8Array.from([0xe9]), bytes(`.${after}`)]);
      const lines = before.split("\n");
      expect(faultOf(() => decodeText(wrong))).toEqual({
        reason: "notUtf8",
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

test("rows know their line, over line breaks inside a cell", () => {
  const rows = readCsv(bytes('a,b\n"1\n2",x\n3,y\n'), 10);
  expect(rows.map(({ line }) => line)).toEqual([1, 3, 4]);
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
