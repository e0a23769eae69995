import { createHash, type Hash } from "node:crypto";

/** A name for plain data: the same for the same data, and never for other. Typed arrays count by their bytes. */
export function digestOf(value: unknown): string {
  const hash = createHash("sha256");
  add(hash, value);
  return hash.digest("hex");
}

function add(hash: Hash, value: unknown): void {
  if (ArrayBuffer.isView(value)) {
    hash.update(`v${value.constructor.name}${value.byteLength}:`);
    hash.update(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  } else if (Array.isArray(value)) {
    hash.update(`a${value.length}:`);
    for (const it of value) add(hash, it);
  } else if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([, it]) => it !== undefined);
    hash.update(`o${entries.length}:`);
    for (const [key, it] of entries.sort(([one], [other]) => (one < other ? -1 : 1))) {
      add(hash, key);
      add(hash, it);
    }
  } else {
    const text = String(value);
    hash.update(`${typeof value}${text.length}:${text}`);
  }
}
