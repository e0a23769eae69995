export const comma = 0x2c;
const quote = 0x22;
const newline = 0x0a;
const carriage = 0x0d;

/** Hears each cell of a table as bytes, without the quotes around it, and the end of each line. */
export type Listener = {
  cell(bytes: Buffer, start: number, end: number, column: number): void;
  endLine(columns: number): void;
  /** A quoted cell that does not end on its line, or goes on after its quote. */
  badQuotes(column: number): void;
};

/**
 * Splits whole lines of separated values, as they come, without making text of them. A quoted cell ends on its line,
 * and a quote in it is doubled (the doubling is left to the listener, who knows whether it matters).
 *
 * @param start where to begin in `bytes`
 * @param delimiter what parts two cells
 * @param mostLines where to stop
 * @returns where the next line begins
 */
export function readCells(
  bytes: Buffer,
  start: number,
  listener: Listener,
  delimiter: number = comma,
  mostLines = Number.POSITIVE_INFINITY,
): number {
  const size = bytes.length;
  let at = start;
  let lines = 0;
  while (at < size && lines < mostLines) {
    let column = 0;
    for (;;) {
      const quoted = bytes[at] === quote;
      const begin = quoted ? at + 1 : at;
      let end = quoted ? endOfQuoted(bytes, begin) : at;
      if (quoted) at = end + 1;
      else {
        while (at < size && bytes[at] !== delimiter && bytes[at] !== newline) at++;
        end = at;
        if (bytes[at] !== delimiter && end > begin && bytes[end - 1] === carriage) end--;
      }
      if (quoted && bytes[at] === carriage) at++;
      const next = at < size ? bytes[at] : newline;
      if (quoted && (end >= size || (next !== delimiter && next !== newline))) listener.badQuotes(column);
      listener.cell(bytes, begin, end, column);
      column += 1;
      at += 1;
      if (next !== delimiter) break;
    }
    listener.endLine(column);
    lines += 1;
  }
  return at;
}

/** Where the closing quote stands; the end of everything where there is none on this line. */
function endOfQuoted(bytes: Buffer, begin: number): number {
  for (let at = begin; at < bytes.length && bytes[at] !== newline; at++) {
    if (bytes[at] !== quote) continue;
    if (bytes[at + 1] !== quote) return at;
    at++;
  }
  return bytes.length;
}

/** A cell as text. */
export const toText = (bytes: Buffer, start: number, end: number) =>
  bytes.toString("utf8", start, end).replaceAll('""', '"').trim();
