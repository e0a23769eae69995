import readElsewhere from "read-excel-file/node";
import { expect, test } from "vitest";
import writeElsewhere from "write-excel-file/node";
import { fc } from "@/tests/support/fast-check";
import { unescapeFormula } from "./csv";
import { toSheet, toXlsx } from "./xlsx";
import { unreadable } from "./xlsx-cells";
import { readXlsx } from "./xlsx-read";
import { readZip, writeZip } from "./zip";

const one = [{ header: "text", value: (text: string) => text }] as const;
const write = (texts: string[]) => toXlsx([toSheet("Sheet", [...one, { header: "end", value: () => "." }], texts)]);
/** Why these bytes are no workbook; null where they are. */
function refusalOf(...of: Parameters<typeof readXlsx>): { reason?: string } | null {
  try {
    readXlsx(...of);
    return null;
  } catch (error) {
    return error as { reason?: string };
  }
}
const bytesOf = (text: string) => new TextEncoder().encode(text);

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1"])("no spreadsheet runs %j", async (text) => {
  const bytes = await write([text]);
  const sheet = readZip(bytes, { entries: 100, bytes: 1_000_000 }).find(({ name }) => name.endsWith("sheet1.xml"));
  expect(new TextDecoder().decode(sheet?.data)).not.toMatch(/<f[ >]/);
  const [read] = await readElsewhere(Buffer.from(bytes));
  expect(read?.data[1]?.[0]).toBe(`'${text}`);
});

test("whatever was written is read back", async () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme-ascii", minLength: 1 }),
    fc.stringMatching(/^['=+@",;＝ -]{1,6}$/),
    fc.constantFrom("l’Île", "a\nb", "'quoted'", "''=1", "'", "<b>&amp;</b>", "  spaces  ", "_x000D_", "_x005F_x000B_"),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 20 }), async (texts) => {
      const rows = readXlsx(await write(texts), 100).rows.slice(1);
      expect(rows.map(({ cells }) => (typeof cells[0] === "string" ? unescapeFormula(cells[0]) : cells[0]))).toEqual(
        texts,
      );
    }),
    { numRuns: 30 },
  );
});

test("a word that every object has for a name is read back as it was written", async () => {
  const words = ["valueOf", "constructor", "toString", "hasOwnProperty", "__proto__", "constructor"];
  const rows = readXlsx(await write(words), 100).rows.slice(1);
  expect(rows.map(({ cells }) => cells[0])).toEqual(words);
});

test("the same rows make the same bytes, whenever they are written", async () => {
  expect(Buffer.from(await write(["a", "b"])).equals(Buffer.from(await write(["a", "b"])))).toBe(true);
});

test("a formula is told apart from what somebody wrote", async () => {
  const day = { value: new Date("2027-03-01"), type: Date, format: "yyyy-mm-dd" } as const;
  const row = [{ value: "=1+1", type: "Formula" } as const, "text", day, 7];
  const bytes = await writeElsewhere([{ data: [row], sheet: "S" }]).toBuffer();
  expect(readXlsx(new Uint8Array(bytes), 10)).toEqual({
    sheet: "S",
    rows: [{ line: 1, cells: [unreadable, "text", "2027-03-01", "7"] }],
  });
});

test("an archive that unpacks to more than its measure is refused before it is unpacked", async () => {
  const bomb = writeZip([
    { name: "xl/workbook.xml", data: bytesOf("<workbook/>") },
    { name: "xl/worksheets/sheet1.xml", data: new Uint8Array(60_000_000) },
  ]);
  expect(bomb.byteLength).toBeLessThan(100_000);
  expect(refusalOf(bomb, 10)).toMatchObject({ reason: "archiveTooLarge" });
  const many = writeZip(Array.from({ length: 300 }, (_, at) => ({ name: `${at}`, data: new Uint8Array() })));
  expect(refusalOf(many, 10)).toMatchObject({ reason: "archiveTooLarge" });
});

test("what the directory says of a size is not believed", () => {
  const packed = Buffer.from(writeZip([{ name: "a", data: new Uint8Array(5_000_000) }]));
  const at = packed.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  packed.writeUInt32LE(3, at + 24);
  expect(() => readZip(packed, { entries: 5, bytes: 1_000_000 })).toThrow("archiveTooLarge");
});

test("entities are never expanded: a document that declares some is refused", async () => {
  const entries = readZip(await write(["a"]), { entries: 100, bytes: 1_000_000 });
  const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
  const worse = entries.map((it) =>
    it.name === "xl/worksheets/sheet1.xml"
      ? { ...it, data: bytesOf(new TextDecoder().decode(it.data).replace("?>", `?>${laughs}`)) }
      : it,
  );
  expect(refusalOf(writeZip(worse), 10)).toMatchObject({ reason: "brokenArchive" });
});

test("a sheet that spans every cell costs no more than what it holds", async () => {
  const entries = readZip(await write(["a"]), { entries: 100, bytes: 1_000_000 });
  const wide = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>';
  const validation =
    '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"x"</formula1></dataValidation></dataValidations>';
  const spread = entries.map((it) =>
    it.name === "xl/worksheets/sheet1.xml"
      ? {
          ...it,
          data: bytesOf(new TextDecoder().decode(it.data).replace("</sheetData>", `</sheetData>${wide}${validation}`)),
        }
      : it,
  );
  expect(readXlsx(writeZip(spread), 10).rows.map(({ cells }) => cells)).toEqual([
    ["text", "end"],
    ["a", "."],
  ]);
});

test("names in an archive are no paths: what is not a part of a table is not opened", async () => {
  const entries = readZip(await write(["a"]), { entries: 100, bytes: 1_000_000 });
  const climbing = [
    ...entries,
    { name: "../../../etc/passwd", data: bytesOf("x") },
    { name: "/xl/sheet.xml", data: bytesOf("x") },
  ];
  expect(readXlsx(writeZip(climbing), 10).rows).toHaveLength(2);
});

test.each([
  ["nothing", new Uint8Array()],
  ["a text", bytesOf("proposition,stance\n".repeat(5))],
  ["a mark and nothing more", bytesOf("PK\u0003\u0004")],
  ["an archive of something else", writeZip([{ name: "word/document.xml", data: bytesOf("<w/>") }])],
  ["an archive cut short", writeZip([{ name: "xl/workbook.xml", data: bytesOf("<w/>") }]).slice(0, -10)],
])("%s is no workbook", async (_, bytes) => {
  expect(refusalOf(bytes, 10)).toMatchObject({ reason: "brokenArchive" });
});

test("no bytes make the reader fall over", async () => {
  const whole = await write(["a"]);
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, value) => {
      const changed = Uint8Array.from(whole);
      changed[at] = value;
      const refused = refusalOf(changed, 10);
      expect(refused === null || ["brokenArchive", "archiveTooLarge"].includes(refused.reason ?? "")).toBe(true);
    }),
    { numRuns: 60, seed: 20261124 },
  );
});
