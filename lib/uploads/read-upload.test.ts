import { expect, test } from "vitest";
import { fileLimits } from "@/lib/platform/files/tally";
import { struck, unreadable } from "@/lib/platform/files/xlsx-cells";
import { writeZip } from "@/lib/platform/files/zip";
import { Refusal } from "@/lib/platform/http/refusal";
import { fc } from "@/tests/support/fast-check";
import { readUpload } from "./read-upload";
import { readUploadedTable } from "./read-uploaded-table";
import { ReadingThread, UploadFault } from "./reading-thread";
import { receiveTable, sendTable } from "./sent-table";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const oneTab = '<sheet name="Notes" sheetId="1" r:id="a"/>';

type Parts = { tabs?: string; strings?: string; styles?: string; second?: string };

function bookOf(sheet: string, { tabs = oneTab, ...parts }: Parts = {}) {
  const relate = (id: string, file: string) =>
    `<Relationship Id="${id}" Type="x/worksheet" Target="worksheets/${file}"/>`;
  const entries = {
    "xl/workbook.xml": `<workbook xmlns:r="r"><sheets>${tabs}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${relate("a", "sheet1.xml")}${relate("b", "sheet2.xml")}</Relationships>`,
    "xl/sharedStrings.xml": parts.strings ?? "<sst/>",
    "xl/styles.xml": parts.styles ?? "<styleSheet/>",
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    ...(parts.second && { "xl/worksheets/sheet2.xml": parts.second }),
  };
  return writeZip(Object.entries(entries).map(([name, text]) => ({ name, data: bytesOf(text) })));
}

const head = { columns: new Map([["word", "word"]]), required: ["word"] };
let readers = 0;
const read = (bytes: Uint8Array, by = `organization/${++readers}`) =>
  readUploadedTable({ by, bytes, head, mostRows: 100 });
const refusalOf = (reading: Promise<unknown>) =>
  reading.then(
    () => null,
    (error: unknown) =>
      error instanceof Refusal || error instanceof UploadFault ? { reason: error.reason, ...error.facts } : error,
  );

const { rows, cells, letters } = fileLimits;
const tabs = Array.from({ length: 20 }, (_, at) => `<sheet name="T${at}" sheetId="${at}" r:id="a"/>`).join("");
const repeated = `<sst><si><t>${"x".repeat(letters / 10)}</t></si></sst>`;
const inNotes = { kind: "sheet", sheet: "Notes" };

test.each([
  [
    "a workbook of 57 kB that holds six million empty rows",
    () => bookOf("<row/>".repeat(6_600_000)),
    { reason: "rowsOverLimit", ...inNotes, line: rows + 1, most: rows },
  ],
  [
    "empty rows that twenty tabs lead to",
    () => bookOf("<row/>".repeat(6_000), { tabs }),
    { reason: "rowsOverLimit", sheet: "T16" },
  ],
  [
    "a row of empty cells",
    () => bookOf(`<row r="7">${"<c/>".repeat(cells + 1)}</row>`),
    { reason: "cellsOverLimit", ...inNotes, line: 7, column: cells + 1, most: cells },
  ],
  [
    "one long text in many cells",
    () => bookOf(`<row>${'<c t="s"><v>0</v></c>'.repeat(11)}</row>`, { strings: repeated }),
    { reason: "lettersOverLimit", ...inNotes, line: 1, column: 11 },
  ],
  [
    "looks without end",
    () => bookOf("", { styles: `<styleSheet><cellXfs>${"<xf/>".repeat(1_000_000)}</cellXfs></styleSheet>` }),
    { reason: "elementsOverLimit", kind: "text" },
  ],
  [
    "decorations without end",
    () => bookOf(`<row ${Array.from({ length: 190 }, (_, at) => `a${at}=""`).join(" ")}/>`.repeat(10_527)),
    { reason: "elementsOverLimit", line: 10_526 },
  ],
  [
    "line ends without end",
    () => bytesOf(`word\n${"\n".repeat(rows)}`),
    { reason: "rowsOverLimit", kind: "text", line: rows + 1 },
  ],
  ["separators without end", () => bytesOf(`word,\n${",".repeat(99_998)}\n`.repeat(6)), { reason: "cellsOverLimit" }],
])("%s: refused as it is read, and told where", async (_, make, told) => {
  // For nobody, so that a slow machine counts as far as a fast one.
  const counted = readUpload({ kind: "table", by: null, bytes: make(), head, mostRows: 100 });
  expect(await refusalOf(counted)).toMatchObject(told);
});

test("a tab after the one that fits is not looked into, however many empty rows it has", async () => {
  const two = '<sheet name="Words" sheetId="1" r:id="a"/><sheet name="Empty" sheetId="2" r:id="b"/>';
  const word = (text: string) => `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`;
  const empty = `<worksheet><sheetData>${'<row s="1" customFormat="1"/>'.repeat(rows + 1)}</sheetData></worksheet>`;
  const book = bookOf(word("word") + word("yes"), { tabs: two, second: empty });
  expect(await read(book)).toMatchObject({ sheet: "Words", rows: [{ cells: ["word"] }, { cells: ["yes"] }] });
  const fitsNowhere = bookOf(word("other"), { tabs: two, second: empty });
  expect(await refusalOf(read(fitsNowhere))).toMatchObject({ reason: "rowsOverLimit", sheet: "Empty" });
});

// Twenty tabs lead to thirty-five megabytes of text in no cell: a minute on any machine, and nothing that is counted.
const slowBook = bookOf(`<row/>${"&amp;".repeat(7_000_000)}`, { tabs });

test("a file that takes longer than its time is given up, and the thread reads on anew", async () => {
  const thread = new ReadingThread();
  const order = (bytes: Uint8Array) => ({ kind: "table" as const, input: { bytes, head, mostRows: 10 } });
  const slow = await thread.read(order(slowBook), 20).catch((error: unknown) => error);
  expect(slow).toBeInstanceOf(UploadFault);
  expect(slow).toMatchObject({ reason: "fileTakesTooLong", facts: { seconds: 1 } });
  const next = await thread.read(order(bytesOf("word\nyes\n")), Number.POSITIVE_INFINITY);
  expect(next).toMatchObject({ rows: [{ line: 1, cells: ["word"] }, { line: 2 }] });
});

test("two seconds are the most that a table may take", async () => {
  expect(await refusalOf(read(slowBook))).toEqual({ reason: "fileTakesTooLong", seconds: 2 });
});

test("one file is read at a time for an organization, two at once on a node, and two wait; everybody else goes on", async () => {
  // Everybody begins before the first answer can come.
  const reading = [1, 2, 3, 4].map((it) => read(bookOf("<row/>".repeat(40_000)), `organization/of-${it}`));
  const settled = Promise.all(reading);
  let turns = 0;
  const count = () => {
    turns += 1;
    if (turns > 0) setImmediate(count);
  };
  count();
  const again = { reason: "fileAtWork", retryAfter: 2 };
  expect(await refusalOf(read(bytesOf("word\n"), "organization/of-1"))).toEqual(again);
  expect(await refusalOf(read(bytesOf("word\n"), "organization/of-4"))).toEqual(again);
  expect(await refusalOf(read(bytesOf("word\n")))).toEqual({ reason: "filesAtWork", retryAfter: 3 });
  expect((await settled).map((it) => it.rows)).toEqual([[], [], [], []]);
  // Read here, these files would leave this thread no turn.
  expect(turns).toBeGreaterThan(100);
  turns = Number.NEGATIVE_INFINITY;
  expect((await read(bytesOf("word\nyes\n"), "organization/of-1")).rows).toHaveLength(2);
});

test("the machine's own command line waits for nobody's time", async () => {
  const votes = bytesOf("participant,0,1\n7,1,-1\n");
  const ballots = await readUpload({ kind: "votes", by: null, bytes: votes, agree: 1 });
  expect(ballots).toMatchObject({ participants: 1, votes: 2, statements: ["0", "1"] });
});

test("what is no text stays told apart on the way between threads", () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom(null, struck, unreadable));
  fc.assert(
    fc.property(fc.array(fc.array(cell)), (all) => {
      const table = { sheet: "S", rows: all.map((row, at) => ({ line: at + 1, cells: row })) };
      expect(receiveTable(structuredClone(sendTable(table)))).toEqual(table);
    }),
  );
});
