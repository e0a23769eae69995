import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";

type ZipEntry = { name: string; data: Uint8Array };
type Limits = { entries: number; bytes: number };

/** What is no archive, or one that is made to overwhelm whoever opens it. */
export class NotAnArchive extends Error {
  constructor(readonly reason: "brokenArchive" | "archiveTooLarge") {
    super(reason);
  }
}

const endMark = 0x06054b50;
const centralMark = 0x02014b50;
const localMark = 0x04034b50;

const broken = () => new NotAnArchive("brokenArchive");

function findEnd(view: DataView): number {
  const earliest = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= earliest; at--) if (view.getUint32(at, true) === endMark) return at;
  throw broken();
}

/**
 * The files of an archive, by its directory. What it says of sizes is not believed: each file is unpacked up to the
 * measure and no further, and names are never paths to anything here. What is not wanted is not unpacked.
 */
export function readZip(
  bytes: Uint8Array,
  limits: Limits,
  isWanted: (name: string) => boolean = () => true,
): ZipEntry[] {
  try {
    return readEntries(bytes, limits, isWanted);
  } catch (error) {
    if (error instanceof NotAnArchive) throw error;
    if (error instanceof RangeError && /larger than/.test(error.message)) throw new NotAnArchive("archiveTooLarge");
    throw broken();
  }
}

/** The names of everything in an archive; nothing is unpacked. */
export function listZip(bytes: Uint8Array, limits: Limits): string[] {
  const names: string[] = [];
  readZip(bytes, limits, (name) => {
    names.push(name);
    return false;
  });
  return names;
}

function readEntries(bytes: Uint8Array, limits: Limits, isWanted: (name: string) => boolean): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 22) throw broken();
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries) throw new NotAnArchive("archiveTooLarge");
  const entries: ZipEntry[] = [];
  let left = limits.bytes;
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < count; entry++) {
    if (view.getUint32(at, true) !== centralMark) throw broken();
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (isWanted(name)) {
      const data = unpack(bytes, view, at, left);
      left -= data.byteLength;
      entries.push({ name, data });
    }
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function unpack(bytes: Uint8Array, view: DataView, at: number, left: number): Uint8Array {
  const method = view.getUint16(at + 10, true);
  const packed = view.getUint32(at + 20, true);
  const local = view.getUint32(at + 42, true);
  if (view.getUint32(local, true) !== localMark || (view.getUint16(at + 8, true) & 1) === 1) throw broken();
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (from + packed > bytes.byteLength) throw broken();
  const data = bytes.subarray(from, from + packed);
  if (method !== 0 && method !== 8) throw broken();
  if (method === 0 && data.byteLength > left) throw new NotAnArchive("archiveTooLarge");
  return method === 0 || data.byteLength === 0 ? data : inflateRawSync(data, { maxOutputLength: Math.max(1, left) });
}

/** 1 January 2000, always: the same content makes the same bytes, and tells nobody when or in which zone it was made. */
const day = ((2000 - 1980) << 9) | (1 << 5) | 1;

/** An archive of these files. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, data } of entries) {
    const named = new TextEncoder().encode(name);
    const packed = deflateRawSync(data);
    const shared = new DataView(new ArrayBuffer(26));
    shared.setUint16(0, 20, true);
    shared.setUint16(2, 0x0800, true);
    shared.setUint16(4, 8, true);
    shared.setUint16(8, day, true);
    shared.setUint32(10, crc32(data), true);
    shared.setUint32(14, packed.byteLength, true);
    shared.setUint32(18, data.byteLength, true);
    shared.setUint16(22, named.byteLength, true);
    const common = new Uint8Array(shared.buffer);
    parts.push(mark(localMark), common, named, packed);
    const rest = new DataView(new ArrayBuffer(14));
    rest.setUint32(10, offset, true);
    directory.push(mark(centralMark), new Uint8Array([20, 0]), common, new Uint8Array(rest.buffer), named);
    offset += 30 + named.byteLength + packed.byteLength;
  }
  const size = directory.reduce((sum, part) => sum + part.byteLength, 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, endMark, true);
  end.setUint16(8, entries.length, true);
  end.setUint16(10, entries.length, true);
  end.setUint32(12, size, true);
  end.setUint32(16, offset, true);
  return new Uint8Array(Buffer.concat([...parts, ...directory, new Uint8Array(end.buffer)]));
}

function mark(value: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, value, true);
  return new Uint8Array(view.buffer);
}
