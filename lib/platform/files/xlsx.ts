import { Readable } from "node:stream";
import type ExcelJS from "exceljs";
import { z } from "zod";
import type { Download } from "../http/download";
import { type CsvColumn, type CsvValue, escapeFormula } from "./csv";
import { NotAnArchive, readZip, writeZip, type ZipEntry } from "./zip";

export const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** What an export answers, as its endpoint declares it. */
export const xlsxDownload = z.file().mime([xlsxType]);

export type Sheet = {
  name: string;
  header: readonly string[];
  rows: readonly (readonly CsvValue[])[];
  widths?: number[];
};

export function toSheet<Row>(name: string, columns: readonly CsvColumn<Row>[], rows: readonly Row[]): Sheet {
  return {
    name,
    header: columns.map(({ header }) => header),
    rows: rows.map((row) => columns.map((column) => column.value(row))),
  };
}

/** Loading it takes as long as everything else a page needs: it comes with the first workbook. */
const loadExcel = async () => (await import("exceljs")).default;

const longest = 60;

const widthOf = (sheet: Sheet, at: number) =>
  sheet.rows.reduce(
    (widest, row) => Math.min(longest, Math.max(widest, String(row[at] ?? "").length)),
    (sheet.header[at]?.length ?? 0) + 2,
  );

/** Tables as a workbook. Cells hold texts and numbers, never formulas; the same tables make the same bytes. */
export async function toXlsx(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const { Workbook } = await loadExcel();
  const book = new Workbook();
  book.created = book.modified = new Date(Date.UTC(2000, 0, 1));
  for (const sheet of sheets) {
    const page = book.addWorksheet(sheet.name, { views: [{ state: "frozen", ySplit: 1 }] });
    page.columns = sheet.header.map((_, at) => ({ width: sheet.widths?.[at] ?? widthOf(sheet, at) }));
    page.addRow(sheet.header.map(escapeFormula)).font = { bold: true };
    for (const row of sheet.rows) {
      page.addRow(row.map((cell) => (typeof cell === "string" ? escapeFormula(cell) : (cell ?? null))));
    }
    page.eachRow((row) => {
      row.alignment = { wrapText: true, vertical: "top" };
    });
  }
  const made = new Uint8Array(await book.xlsx.writeBuffer());
  return writeZip(readZip(made, { entries: 1_000, bytes: 500_000_000 }));
}

/** A file to download, kept rather than shown. */
export function answerXlsx(context: Download, name: string, bytes: Uint8Array<ArrayBuffer>): File {
  context.resHeaders?.set("content-disposition", `attachment; filename="${name}"`);
  return new File([bytes], name, { type: xlsxType });
}

export type Cell = string | null | typeof unreadable;
/** A formula or a fault stands there: what it amounts to is not what somebody wrote. */
export const unreadable = Symbol("unreadable");

const limits = { entries: 200, bytes: 40_000_000 };
const maxColumns = 100;

/** Only what a table is read from, in the order in which it is needed; drawings, links, macros and the rest stay outside. */
const needed = [
  /^\[Content_Types\]\.xml$/,
  /^_rels\/\.rels$/,
  /^xl\/_rels\/workbook\.xml\.rels$/,
  /^xl\/workbook\.xml$/,
  /^xl\/styles\.xml$/,
  /^xl\/sharedStrings\.xml$/,
  /^xl\/worksheets\/sheet\d{1,3}\.xml$/,
];

/** A workbook declares no entities of its own: a document that does is not one, whatever it would expand to. */
function mustBePlain({ data }: ZipEntry) {
  const text = new TextDecoder("utf-8", { fatal: true }).decode(data);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new NotAnArchive("brokenArchive");
}

/** The rows of the first sheet, as texts, counted as the spreadsheet counts them. */
export async function readXlsx(bytes: Uint8Array, maxRows: number): Promise<{ line: number; cells: Cell[] }[]> {
  const entries = readZip(bytes, limits);
  const kept = needed.flatMap((pattern) => entries.filter(({ name }) => pattern.test(name)));
  if (!kept.some(({ name }) => name === "xl/workbook.xml")) throw new NotAnArchive("brokenArchive");
  try {
    for (const entry of kept) mustBePlain(entry);
    return await readRows(writeZip(kept), maxRows);
  } catch (error) {
    throw error instanceof NotAnArchive ? error : new NotAnArchive("brokenArchive");
  }
}

async function readRows(bytes: Uint8Array, maxRows: number) {
  const { stream } = await loadExcel();
  const reader = new stream.xlsx.WorkbookReader(Readable.from([Buffer.from(bytes)]), {
    worksheets: "emit",
    sharedStrings: "cache",
    styles: "cache",
    hyperlinks: "ignore",
    entries: "ignore",
  });
  const rows: { line: number; cells: Cell[] }[] = [];
  for await (const sheet of reader) {
    for await (const row of sheet) {
      const values = Array.isArray(row.values) ? row.values.slice(1, maxColumns + 1) : [];
      const cells = Array.from(values, toText);
      if (cells.some((cell) => cell !== null)) rows.push({ line: row.number, cells });
      if (rows.length > maxRows) throw new NotAnArchive("archiveTooLarge");
    }
    return rows;
  }
  return rows;
}

function toText(value: ExcelJS.CellValue): Cell {
  if (value === null || value === undefined || value === "") return null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? unreadable : value.toISOString().slice(0, 10);
  if (typeof value !== "object") return String(value);
  if ("richText" in value) return value.richText.map((part) => part.text).join("");
  if ("hyperlink" in value) return typeof value.text === "string" ? value.text : unreadable;
  return unreadable;
}
