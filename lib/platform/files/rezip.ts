import { readZip, writeZip } from "./zip";

/**
 * An archive of ours with one of its files changed, made anew: a library that wrote it put the hour into it, and the same
 * content is to make the same bytes.
 */
export const rezip = (bytes: Uint8Array, name: string, change: (text: string) => string): Uint8Array<ArrayBuffer> =>
  writeZip(
    readZip(bytes, { entries: 1_000, bytes: 500_000_000 }).map((it) =>
      it.name === name ? { name, data: new TextEncoder().encode(change(new TextDecoder().decode(it.data))) } : it,
    ),
  );
