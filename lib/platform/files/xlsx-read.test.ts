import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Cell, struck, unreadable } from "./xlsx-cells";
import { readXlsx } from "./xlsx-read";
import { isDayFormat } from "./xlsx-styles";
import { writeZip } from "./zip";

const fixture = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/xlsx/${name}.xlsx`));
const hasStance = (head: readonly Cell[]) => head.includes("Stance");
const readFixture = (name: string) => readXlsx(fixture(name), 100, hasStance);
const reasonsIn = (name: string) => readFixture(name).rows[1]?.cells[3];

const bytesOf = (text: string) => new TextEncoder().encode(text);
type Made = { sheet: string; strings?: string; styles?: string; workbook?: string };

/** A workbook of one sheet with these cells, as a program might write it. */
const bookOf = ({ sheet, strings = "<sst/>", styles = "<styleSheet/>", workbook = "" }: Made) =>
  writeZip(
    Object.entries({
      "xl/workbook.xml": `<workbook xmlns:r="r">${workbook}<sheets><sheet name="S" sheetId="1" r:id="a"/></sheets></workbook>`,
      "xl/_rels/workbook.xml.rels":
        '<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      "xl/sharedStrings.xml": strings,
      "xl/styles.xml": styles,
      "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    }).map(([name, text]) => ({ name, data: bytesOf(text) })),
  );
const cellsOf = (made: Made) => readXlsx(bookOf(made), 10).rows.map(({ cells }) => cells);

test("a text that is kept in several pieces is the whole text, in the cell and in the table of texts", () => {
  expect(reasonsIn("inline-rich")).toBe("We oppose training without a human-rights clause in the agreement.");
  const strings =
    "<sst><si><r><t>one </t></r><r><rPr><b/></rPr><t>two</t></r><rPh sb='0' eb='1'><t>wan</t></rPh></si></sst>";
  expect(cellsOf({ sheet: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings })).toEqual([["one two"]]);
});

test("a text of which any piece is struck out is told apart, wherever the mark stands", () => {
  const runs = (mark: string) => `<is><r><t>We support </t></r><r><rPr>${mark}</rPr><t>nothing</t></r></is>`;
  const one = (mark: string) => `<row r="1"><c r="A1" t="inlineStr">${runs(mark)}</c></row>`;
  expect(cellsOf({ sheet: one("<strike/>") })).toEqual([[struck]]);
  expect(cellsOf({ sheet: one('<strike val="1"/>') })).toEqual([[struck]]);
  expect(cellsOf({ sheet: one('<strike val="0"/>') })).toEqual([["We support nothing"]]);
  const strings = "<sst><si><r><rPr><strike/></rPr><t>gone</t></r><r><t> stays</t></r></si><si><t>plain</t></si></sst>";
  const two = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>';
  expect(cellsOf({ sheet: two, strings })).toEqual([[struck, "plain"]]);
  const styles =
    '<styleSheet><fonts><font/><font><strike/></font></fonts><cellXfs><xf/><xf fontId="1"/></cellXfs></styleSheet>';
  const whole =
    '<row r="1"><c r="A1" s="1" t="str"><v>gone</v></c><c r="B1" s="1"/><c r="C1" t="str"><v>on</v></c></row>';
  expect(cellsOf({ sheet: whole, styles })).toEqual([[struck, null, "on"]]);
});

test("escaped characters are the characters they stand for, and an escaped escape stays one", () => {
  expect(reasonsIn("x000D")).toBe("First line.\nSecond line.\nThird.");
  expect(reasonsIn("x000B")).toBe("slide\u000btext");
  const sheet =
    '<row r="1"><c r="A1" t="inlineStr"><is><t>_x005F_x000D_ _xD83D__xDE00_ _x00e9_ _xyz_</t></is></c></row>';
  expect(cellsOf({ sheet })).toEqual([["_x000D_ 😀 é _xyz_"]]);
});

test.each([
  ["hidden-first", "Reason."],
  ["very-hidden-first", "Reason."],
  ["empty-first", "Reason."],
  ["tab-order-other-than-files", "From the first tab."],
])("%s: the first visible sheet that fits is read, in the order of the tabs, and named", (name, said) => {
  expect(readFixture(name).sheet).toBe("Positions");
  expect(reasonsIn(name)).toBe(said);
});

test("where no sheet fits, the first visible one that holds anything is named, never a hidden one", () => {
  expect(readXlsx(fixture("hidden-first"), 100, () => false).sheet).toBe("Positions");
  expect(readXlsx(fixture("empty-first"), 100, () => false).sheet).toBe("Positions");
});

test("columns and rows that hold nothing but blanks are passed over, and the rows keep their numbers", () => {
  expect(readFixture("blank-columns").rows.map(({ line }) => line)).toEqual([1, 2]);
  const blank = '<c r="A2" t="str"><v> </v></c><c r="B2" t="inlineStr"><is><t xml:space="preserve">\u00a0</t></is></c>';
  const sheet = `<row r="1"><c r="C1"><v>7</v></c></row><row r="2">${blank}</row><row r="9"><c r="A9"><v>1</v></c></row>`;
  expect(readXlsx(bookOf({ sheet }), 10).rows).toEqual([
    { line: 1, cells: [null, null, "7"] },
    { line: 9, cells: ["1"] },
  ]);
});

test("numbers shown as days are days, in both ways of counting them; what is no day is unreadable", () => {
  const styles =
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-C0C]d mmmm yyyy;@"/><numFmt numFmtId="165" formatCode="[h]:mm"/></numFmts>' +
    '<cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>';
  const cell = (at: string, style: number, value: string) => `<c r="${at}1" s="${style}"><v>${value}</v></c>`;
  const sheet = `<row r="1">${cell("A", 1, "46447")}${cell("B", 2, "46447.75")}${cell("C", 3, "0.5")}${cell("D", 0, "1E2")}${cell("E", 1, "60")}${cell("F", 1, "59")}${cell("G", 1, "1e300")}</row>`;
  expect(cellsOf({ sheet, styles })).toEqual([
    ["2027-03-01", "2027-03-01", "0.5", "100", unreadable, "1900-02-28", unreadable],
  ]);
  const old = '<workbookPr date1904="1"/>';
  expect(cellsOf({ sheet: `<row>${cell("A", 1, "44985")}</row>`, styles, workbook: old })).toEqual([["2027-03-01"]]);
});

test.each([
  ["d mmmm yyyy", true],
  ['"day" 0.00', false],
  ["General", false],
  ["[Red]0;[Blue]-0", false],
  ["h:mm AM/PM", false],
  ["yyyy\\-mm\\-dd", true],
])("the format %s is one of days: %s", (code, is) => {
  expect(isDayFormat(code)).toBe(is);
});

test("prefixes of names, missing places and faults are read as they are meant", () => {
  const prefixed = bookOf({
    sheet: "<row><c t='e'><v>#REF!</v></c><c t='b'><v>1</v></c><c><f>A1</f><v>2</v></c></row>",
  });
  expect(readXlsx(prefixed, 10).rows).toEqual([{ line: 1, cells: [unreadable, "true", unreadable] }]);
  const x =
    '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="str"><x:v>a</x:v></x:c></x:row></x:sheetData></x:worksheet>';
  const entries = [
    ["xl/workbook.xml", '<x:workbook><x:sheets><x:sheet name="S" r:id="a"/></x:sheets></x:workbook>'],
    [
      "xl/_rels/workbook.xml.rels",
      '<Relationships><Relationship Id="a" Type="x/worksheet" Target="/xl/worksheets/s.xml"/></Relationships>',
    ],
    ["xl/worksheets/s.xml", x],
  ] as const;
  const book = writeZip(entries.map(([name, text]) => ({ name, data: bytesOf(text) })));
  expect(readXlsx(book, 10).rows).toEqual([{ line: 1, cells: ["a"] }]);
});

test("parts nested or decorated without end are refused before they fill the memory", () => {
  const deep = "<a>".repeat(100_000);
  expect(() => readXlsx(bookOf({ sheet: deep }), 10)).toThrow("archiveTooLarge");
  const wide = `<row ${Array.from({ length: 1_000 }, (_, at) => `a${at}="1"`).join(" ")}/>`;
  expect(() => readXlsx(bookOf({ sheet: wide }), 10)).toThrow("archiveTooLarge");
});
