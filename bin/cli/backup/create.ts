import { appendHead } from "@/lib/activity/jobs";
import { bindingHeads, readHeads } from "@/lib/activity/read.heads";
import { type Written, writeFile } from "./file";
import type { Opening } from "./format";
import { findSealingKey, type SealKey } from "./seal";
import { readSnapshot, type SnapshotSummary } from "./snapshot";

export type CreatedBackup = Written & {
  rows: number;
  opening: Opening;
  /** The first line of the heads kept outside that cannot be read; the lines before it travel along. */
  unreadableHead: number | null;
};

/** Writes what the database holds at this moment into a new file of the folder, and notes where the record had come to. */
export async function createBackup(url: string, folder: string, sealKey?: SealKey): Promise<CreatedBackup> {
  const told: SnapshotSummary = { rows: 0 };
  const key = sealKey ?? (await findSealingKey());
  // Read before the snapshot: what is noted while it is taken may speak of rows that are not in it.
  const { heads, unreadable } = await readHeads();
  const written = await writeFile(folder, readSnapshot(url, told, bindingHeads(heads)), key);
  const { opening, rows } = told;
  if (!opening) throw new Error("the snapshot told nothing of itself");
  await appendHead({ ...opening.record, at: opening.takenAt, occasion: "backup" });
  return { ...written, rows, opening, unreadableHead: unreadable };
}
