import { z } from "zod";
import type { Download } from "../http/download";
import { toFileText } from "./controls";
import { type CsvColumn, type CsvValue, escapeFormula } from "./csv";
import { encodeCell } from "./xlsx-cells";
import { readZip, writeZip } from "./zip";

const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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

const longest = 60;

const widthOf = (sheet: Sheet, at: number) =>
  sheet.rows.reduce(
    (most, row) => Math.min(longest, Math.max(most, String(row[at] ?? "").length)),
    (sheet.header[at]?.length ?? 0) + 2,
  );

const bold = { fontWeight: "bold" } as const;
const spread = { wrap: true, alignVertical: "top" } as const;

/**
 * A text as the library is given it. It looks texts up among the names that every object has, and would write the function
 * behind "valueOf" in the place of that word: such a word goes with its first letter escaped, which reads as the same.
 */
function toText(value: string): string {
  const text = encodeCell(escapeFormula(toFileText(value)));
  return text in Object.prototype ? `_x${text.charCodeAt(0).toString(16).padStart(4, "0")}_${text.slice(1)}` : text;
}

const toCell = (value: CsvValue) =>
  typeof value === "string" && value !== ""
    ? { value: toText(value), type: String, ...spread }
    : value == null || value === ""
      ? null
      : { value, ...spread };

/** Tables as a workbook. Cells hold texts and numbers, never formulas; the same tables make the same bytes. */
export async function toXlsx(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  // It comes with the first workbook that is asked for: no page needs it.
  const { default: writeExcel } = await import("write-excel-file/node");
  const made = await writeExcel(
    sheets.map((sheet) => ({
      sheet: toFileText(sheet.name),
      stickyRowsCount: 1,
      columns: sheet.header.map((_, at) => ({ width: sheet.widths?.[at] ?? widthOf(sheet, at) })),
      data: [
        sheet.header.map((name) => ({ value: toText(name), type: String, ...spread, ...bold })),
        ...sheet.rows.map((row) => row.map(toCell)),
      ],
    })),
  ).toBuffer();
  return writeZip(readZip(new Uint8Array(made), { entries: 1_000, bytes: 500_000_000 }));
}

/** A file to download, kept rather than shown. */
export function answerXlsx(context: Download, name: string, bytes: Uint8Array<ArrayBuffer>): File {
  context.resHeaders?.set("content-disposition", `attachment; filename="${name}"`);
  return new File([bytes], name, { type: xlsxType });
}
