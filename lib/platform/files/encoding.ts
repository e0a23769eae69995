type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** Bytes that are no text in the encoding they seem to be in, and the first such place. */
export type EncodingFault = { reason: "notUtf8" | "windows1252" | "utf16"; line: number; column: number };

export class UnreadableEncoding extends Error {
  constructor(readonly fault: EncodingFault) {
    super(fault.reason);
  }
}

const sample = 512;

/** By the mark at the head; without one, UTF-16 shows by a zero beside each plain letter. */
export function findEncoding(bytes: Uint8Array): Encoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  let [even, odd] = [0, 0];
  const size = Math.min(sample, bytes.length - (bytes.length % 2));
  for (let at = 0; at < size; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  const most = 0.4 * (size / 2);
  if (size >= 4 && odd > most && even === 0) return "utf-16le";
  return size >= 4 && even > most && odd === 0 ? "utf-16be" : "utf-8";
}

/** How much of it is UTF-8, found by halves. A letter that is cut by the half is awaited, not missed. */
function countGood(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.byteLength];
  while (bad - good > 1) {
    const half = (good + bad) >> 1;
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, half), { stream: true });
      good = half;
    } catch {
      bad = half;
    }
  }
  return good;
}

/** Letters and marks of English and French as Windows-1252 has them. */
const isWesternLetter = (byte: number) =>
  byte < 0x80 ||
  byte >= 0xa0 ||
  [0x80, 0x85, 0x8c, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0x9c].includes(byte);

/** What these bytes are instead of UTF-8, as far as it shows, and where. */
export function findFault(bytes: Uint8Array): EncodingFault {
  const good = countGood(bytes);
  const text = new TextDecoder().decode(bytes.subarray(0, good), { stream: true });
  const lines = text.split("\n");
  // Good letters beyond the plain ones before the bad place: then it is UTF-8 that was damaged.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of plain letters
  const plain = /^[\u0000-\u007f\ufeff]*$/.test(text);
  return {
    reason: plain && bytes.every(isWesternLetter) ? "windows1252" : "notUtf8",
    line: lines.length,
    column: (lines.at(-1)?.length ?? 0) + 1,
  };
}

/** Bytes as text. Another encoding than these is never guessed at: an accent taken for another letter changes words. */
export function decodeBytes(bytes: Uint8Array): string {
  const encoding = findEncoding(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableEncoding(encoding === "utf-8" ? findFault(bytes) : { reason: "utf16", line: 1, column: 1 });
  }
}

const delimiters = [",", ";", "\t"] as const;
type Delimiter = (typeof delimiters)[number];

/** Spreadsheets in French set semicolons. The head row says which: the mark that parts it most, outside quotes. */
export function findDelimiter(text: string): Delimiter {
  const head = (text.split(/\r?\n/, 1)[0] ?? "").replace(/"[^"]*"/g, "");
  const [best] = [...delimiters].sort((a, b) => head.split(b).length - head.split(a).length);
  return best ?? ",";
}
