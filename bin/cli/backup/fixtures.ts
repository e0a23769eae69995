import { createHash } from "node:crypto";
import { cloneDatabase } from "@/tests/support/servers/database";
import { readFileLines, writeFile } from "./file";
import type { Target } from "./target";

type From = Parameters<typeof cloneDatabase>[0];

/** An empty database with the schema in it, for a test to restore into. */
export async function createEmptyDatabase(from: From, name: string): Promise<Target> {
  const { url, ownerUrl } = await cloneDatabase(from, name);
  return { appUrl: url, ownerUrl };
}

type Change = (line: string, table: string) => string[];

/**
 * A backup changed line by line by somebody who can seal it anew: the file always, and a table's end where the change
 * takes that away.
 */
export async function forge(file: string, folder: string, change: Change) {
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
  return (await writeFile(folder, text())).file;
}
