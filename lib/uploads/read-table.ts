import { findEncoding } from "../platform/files/encoding";
import { readCsv } from "../platform/files/read-csv";
import { fitsHead, type TableHead } from "../platform/files/table-head";
import { refuseOutside } from "../platform/files/xlsx-outside";
import { readXlsx } from "../platform/files/xlsx-read";
import { type SentTable, sendTable } from "./sent-table";

export class NotATable extends Error {
  constructor(readonly reason: "notATable" | "notAWorkbook" = "notATable") {
    super(reason);
  }
}

type TableInput = {
  readonly bytes: Uint8Array;
  /** One row more than this is given back where there is one, so that it shows. */
  readonly mostRows: number;
  /** The sheet whose head fits is the one that is read. */
  readonly head: TableHead;
};

/** The table in a file, by what its bytes are: neither its name nor the type it claims is believed. */
export function readTable({ bytes, mostRows, head }: TableInput): SentTable {
  if (isArchive(bytes)) {
    return sendTable(readXlsx(bytes, mostRows, (cells) => fitsHead(cells, head)));
  }
  if (bytes.includes(0) && findEncoding(bytes) === "utf-8") throw new NotATable();
  return { sheet: null, rows: readCsv(bytes, mostRows) };
}

const isArchive = ([a, b, c, d]: Uint8Array) => a === 0x50 && b === 0x4b && c === 0x03 && d === 0x04;

/** The table in a workbook that was filled in, once nothing in it is hidden or leads elsewhere. */
export function readForm({ bytes, mostRows, head }: TableInput): SentTable {
  if (!isArchive(bytes)) throw new NotATable("notAWorkbook");
  refuseOutside(bytes);
  return sendTable(readXlsx(bytes, mostRows, (cells) => fitsHead(cells, head)));
}
