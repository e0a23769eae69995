/** Letters of one statement that are kept; what is longer is cut, and named. */
export const maxLetters = 2_000;

/** Places in the scale of what a cell may say; −1 for nothing said, −2 for what is not a stance. */
export const nothing = -1;
const unreadable = -2;

const minus = 0x2d;
const point = 0x2e;
const comma = 0x2c;
const space = 0x20;
const [zero, one, five] = [0x30, 0x31, 0x35];

const isPoint = (byte: number | undefined) => byte === point || byte === comma;

/**
 * Of −1, 0, 0.5 and 1, in this order. Whole numbers may carry a ".0", as tables that also have gaps often do; in French a
 * spreadsheet makes that a ",0".
 */
export function readValue(bytes: Buffer, from: number, to: number): number {
  let [start, end] = [from, to];
  if (end - start === 1) {
    if (bytes[start] === one) return 3;
    if (bytes[start] === zero) return 1;
  }
  while (start < end && bytes[start] === space) start++;
  while (end > start && bytes[end - 1] === space) end--;
  if (start === end) return nothing;
  const negative = bytes[start] === minus;
  if (negative) start++;
  const digit = bytes[start];
  const half = end - start === 3 && isPoint(bytes[start + 1]) && bytes[start + 2] === five;
  if (half && digit === zero && !negative) return 2;
  const whole = end - start === 1 || (end - start === 3 && isPoint(bytes[start + 1]) && bytes[start + 2] === zero);
  if (!whole) return unreadable;
  if (digit === one) return negative ? 0 : 3;
  return digit === zero ? 1 : unreadable;
}

/** An id: a whole number where it is written as one, also as "7.0" where a table has gaps; else a text. */
export function toId(text: string): number | string {
  const whole = /^(0|[1-9]\d{0,14})(?:[.,]0+)?$/.exec(text)?.[1];
  return whole === undefined ? text : Number(whole);
}

/** A count beside the votes; null where there is none. */
export function toCount(text: string): number | null {
  const id = toId(text);
  return typeof id === "number" ? id : null;
}
