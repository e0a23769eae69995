import { stringify } from "csv-stringify/sync";
import { z } from "zod";
import type { Download } from "../http/download";
import { toFileText } from "./controls";

export type CsvValue = string | number | boolean | null | undefined;

export type CsvColumn<Row> = { header: string; value: (row: Row) => CsvValue };

// A spreadsheet runs a cell that begins with one of these, full-width kin included. The apostrophe says "this is text".
const runs = /^'*\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^'*[\t\r\n]/;

/** Text that no spreadsheet takes for a formula. Numbers stay numbers: -5 runs nothing. */
export const escapeFormula = (text: string) => (runs.test(text) ? `'${text}` : text);

/** The text a cell stood for before it was made safe: for reading our own files back. */
export const unescapeFormula = (cell: string) => (cell.startsWith("'") && runs.test(cell) ? cell.slice(1) : cell);

const toCell = (value: CsvValue) =>
  typeof value === "string" ? escapeFormula(toFileText(value)) : value == null ? "" : String(value);

/** Rows as comma-separated values, RFC 4180, with a head row. */
export function toCsv<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  const cells = rows.map((row) => columns.map((column) => toCell(column.value(row))));
  return stringify([columns.map((column) => escapeFormula(column.header)), ...cells], {
    record_delimiter: "windows",
    quote_record_delimiter: true,
  });
}

const type = "text/csv;charset=utf-8";

/** What an export answers, as its endpoint declares it. */
export const csvDownload = z.file().mime([type]);

/** A file to download. The mark at its head tells spreadsheets that it is Unicode, so that accents survive. */
export const csvFile = (name: string, text: string): File => new File(["\ufeff", text], name, { type });

/** The same, said to the browser: keep it as a file rather than showing it. */
export function answerCsv(context: Download, name: string, text: string): File {
  context.resHeaders?.set("content-disposition", `attachment; filename="${name}"`);
  return csvFile(name, text);
}
