import { CsvError, parse } from "csv-parse/sync";

export type TextFault = {
  reason: "notUtf8" | "utf16" | "brokenCsv" | "tooManyRows";
  line: number;
  column: number;
};

/** What cannot be read as a table of texts, and where the first such place is. */
export class UnreadableText extends Error {
  constructor(readonly fault: TextFault) {
    super(fault.reason);
  }
}

const decoder = () => new TextDecoder("utf-8", { fatal: true });

function isUtf8(bytes: Uint8Array): boolean {
  try {
    decoder().decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** How much of it is UTF-8, found by halves. A letter that is cut by the half is awaited, not missed. */
function countGood(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.byteLength];
  while (bad - good > 1) {
    const half = (good + bad) >> 1;
    try {
      decoder().decode(bytes.subarray(0, half), { stream: true });
      good = half;
    } catch {
      bad = half;
    }
  }
  return good;
}

/** Bytes as text. Another encoding than UTF-8 is never guessed at: an accent taken for another letter changes words. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new UnreadableText({ reason: "utf16", line: 1, column: 1 });
  }
  if (isUtf8(bytes)) return decoder().decode(bytes);
  const before = new TextDecoder().decode(bytes.subarray(0, countGood(bytes)), { stream: true }).split("\n");
  throw new UnreadableText({ reason: "notUtf8", line: before.length, column: (before.at(-1)?.length ?? 0) + 1 });
}

const delimiters = [",", ";", "\t"] as const;

/** Spreadsheets in French set semicolons. The head row says which: the mark that parts it most, outside quotes. */
function findDelimiter(text: string): string {
  const head = (text.split(/\r?\n/, 1)[0] ?? "").replace(/"[^"]*"/g, "");
  const [best] = [...delimiters].sort((a, b) => head.split(b).length - head.split(a).length);
  return best ?? ",";
}

type Parsed = { record: string[]; info: { lines: number } };

/** The rows of a file with values parted by commas, semicolons or tabs, each with the line it ends at. */
export function readCsv(bytes: Uint8Array, maxRows: number): { line: number; cells: (string | null)[] }[] {
  const text = decodeText(bytes).replace(/^\ufeff/, "");
  try {
    const rows = parse(text, {
      delimiter: findDelimiter(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 100_000,
      to: maxRows + 1,
    }) as unknown as Parsed[];
    if (rows.length > maxRows) {
      throw new UnreadableText({ reason: "tooManyRows", line: rows.at(-1)?.info.lines ?? 0, column: 1 });
    }
    return rows
      .map(({ record, info }) => ({ line: info.lines, cells: record.map((cell) => (cell === "" ? null : cell)) }))
      .filter(({ cells }) => cells.some((cell) => cell !== null));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines, column } = error as CsvError & { lines?: number; column?: number | string };
    throw new UnreadableText({ reason: "brokenCsv", line: lines ?? 1, column: (Number(column) || 0) + 1 });
  }
}
