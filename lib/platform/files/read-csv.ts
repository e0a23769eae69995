import { CsvError, parse } from "csv-parse/sync";
import { decodeBytes, type EncodingFault, findDelimiter, UnreadableEncoding } from "./encoding";
import { Tally } from "./tally";

type TextFault = {
  reason: EncodingFault["reason"] | "brokenCsv" | "tooManyRows";
  line: number;
  column: number;
};

/** What cannot be read as a table of texts, and where the first such place is. */
export class UnreadableText extends Error {
  constructor(readonly fault: TextFault) {
    super(fault.reason);
  }
}

/** Bytes as text, or where they are none. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return decodeBytes(bytes);
  } catch (error) {
    throw error instanceof UnreadableEncoding ? new UnreadableText(error.fault) : error;
  }
}

type CsvRow = { line: number; cells: (string | null)[] };

/**
 * The rows of a file with values parted by commas, semicolons or tabs that hold anything, numbered as a spreadsheet numbers
 * them: the head is row 1, and a row that goes over several lines of text is one row.
 */
export function readCsv(bytes: Uint8Array, mostRows: number): CsvRow[] {
  const text = decodeText(bytes).replace(/^\ufeff/, "");
  const rows: CsvRow[] = [];
  const tally = new Tally();
  let line = 0;
  const take = (record: string[]) => {
    line += 1;
    tally.countRow(line);
    for (const at of record.keys()) tally.countCell(at + 1);
    if (record.every((cell) => cell.trim() === "")) return null;
    if (rows.length === mostRows) throw new UnreadableText({ reason: "tooManyRows", line, column: 1 });
    rows.push({ line, cells: record.map((cell) => (cell === "" ? null : cell)) });
    return null;
  };
  try {
    parse(text, {
      delimiter: findDelimiter(text),
      relax_column_count: true,
      max_record_size: 100_000,
      on_record: take,
    });
    return rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines, column } = error as CsvError & { lines?: number; column?: number | string };
    throw new UnreadableText({ reason: "brokenCsv", line: lines ?? 1, column: (Number(column) || 0) + 1 });
  }
}
