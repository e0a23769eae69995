import { sameDay } from "@/components/ui/format-moment";
import type { PositionHistoryStep } from "@/lib/positions/schema";

/** Consecutive saves by one person on one day become one entry, the last of them. Steps come newest first. */
export function foldSaves(steps: readonly PositionHistoryStep[]): { step: PositionHistoryStep; saves: number }[] {
  const entries: { step: PositionHistoryStep; saves: number }[] = [];
  for (const step of steps) {
    const newer = entries.at(-1);
    if (newer && isSameSaving(newer.step, step)) newer.saves += 1;
    else entries.push({ step, saves: 1 });
  }
  return entries;
}

const isSameSaving = (newer: PositionHistoryStep, older: PositionHistoryStep) =>
  newer.kind === "drafted" &&
  older.kind === "drafted" &&
  newer.actor === older.actor &&
  newer.text.stance === older.text.stance &&
  sameDay(new Date(newer.at), new Date(older.at));
