import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { cloneDatabase } from "@/tests/support/servers/database";
import { readFileLines, writeFile } from "./file";
import { listSealKeys, makeSealKey, packDigest, type SealKey, sealLength } from "./seal";
import type { Target } from "./target";

type From = Parameters<typeof cloneDatabase>[0];

/** An empty database with the schema in it, for a test to restore into. */
export async function createEmptyDatabase(from: From, name: string): Promise<Target> {
  const { url, ownerUrl } = await cloneDatabase(from, name);
  return { appUrl: url, ownerUrl };
}

/** All lines of a backup, unpacked. */
export async function listLines(file: string): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of readFileLines(file)) lines.push(line);
  return lines;
}

type Change = (line: string, table: string) => string[];

/** The key that the backups of a test are sealed with. */
export const ownKey = (): SealKey => listSealKeys()[0] as SealKey;

/** Who has the file, and no BACKUP_KEY: with a key of their own, and with one that calls itself ours. */
export const strangersKey = (): SealKey => makeSealKey("a-key-of-somebody-who-has-the-file-alone-0123456789");
export const borrowedName = (): SealKey => ({ ...strangersKey(), id: ownKey().id });

/** The same file as before backups had a seal, or by somebody who has no key at all. */
export function endWithoutSeal(file: string): string {
  const content = readFileSync(file).subarray(0, -sealLength);
  writeFileSync(
    `${file}.unsealed`,
    Buffer.concat([content, packDigest(createHash("sha256").update(content).digest("hex"))]),
  );
  return `${file}.unsealed`;
}

/**
 * A backup changed line by line, with all its digests computed anew, and sealed with a key: ours unless another is said. A
 * table's end is written anew where the change takes it away.
 */
export async function forge(file: string, folder: string, change: Change, key = ownKey()) {
  async function* text() {
    const whole = { tables: 0, rows: 0 };
    let [table, kept, rows, digest] = ["", false, 0, createHash("sha256")];
    for await (const line of readFileLines(file)) {
      const said = line.startsWith("#") ? JSON.parse(line.slice(1)) : null;
      if (said?.table) [table, rows, digest] = [said.table, 0, createHash("sha256")];
      const lines = change(line, table).map((other) => `${other}\n`);
      if (said?.table) kept = lines.length > 0;
      if (said?.end && kept) whole.tables += 1;
      if (said?.whole) yield `#${JSON.stringify({ whole })}\n`;
      else if (said?.end && kept && lines.length === 0)
        yield `#${JSON.stringify({ end: table, rows, digest: digest.digest("hex") })}\n`;
      else yield* lines;
      if (said) continue;
      for (const other of lines) digest.update(other);
      rows += lines.length;
      whole.rows += lines.length;
    }
  }
  return (await writeFile(folder, text(), key)).file;
}
