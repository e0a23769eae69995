import { type Cell, type Row, struck, unreadable } from "../platform/files/xlsx-cells";

/** A table that was read. The sheet is null for a file that has none. */
export type UploadedTable = { sheet: string | null; rows: Row[] };

/** The same as it crosses between threads, where a symbol cannot go: a number stands for a cell that is no text. */
export type SentTable = { sheet: string | null; rows: { line: number; cells: (string | number | null)[] }[] };

const noTexts: Cell[] = [unreadable, struck];

export const sendTable = ({ sheet, rows }: UploadedTable): SentTable => ({
  sheet,
  rows: rows.map(({ line, cells }) => ({
    line,
    cells: cells.map((cell) => (typeof cell === "symbol" ? noTexts.indexOf(cell) : cell)),
  })),
});

export const receiveTable = ({ sheet, rows }: SentTable): UploadedTable => ({
  sheet,
  rows: rows.map(({ line, cells }) => ({
    line,
    cells: cells.map((cell) => (typeof cell === "number" ? (noTexts[cell] ?? unreadable) : cell)),
  })),
});
