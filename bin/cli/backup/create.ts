import { appendHead } from "@/lib/activity/jobs";
import { type Written, writeFile } from "./file";
import type { Opening } from "./format";
import { readSnapshot, type SnapshotSummary } from "./snapshot";

export type CreatedBackup = Written & { rows: number; opening: Opening };

/** Writes what the database holds at this moment into a new file of the folder, and notes where the record had come to. */
export async function createBackup(url: string, folder: string): Promise<CreatedBackup> {
  const told: SnapshotSummary = { rows: 0 };
  const written = await writeFile(folder, readSnapshot(url, told));
  const { opening, rows } = told;
  if (!opening) throw new Error("the snapshot told nothing of itself");
  await appendHead({ ...opening.record, at: opening.takenAt, occasion: "backup" });
  return { ...written, rows, opening };
}
