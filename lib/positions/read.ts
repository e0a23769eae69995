import "server-only";
import type { Viewer } from "@/lib/platform/viewer";
import type { HistoryInput, Ours, Place, Position, PositionsInput, Step } from "./schema";

export async function listPositions(_: Viewer, __: PositionsInput) {
  return { items: [] as Position[], nextCursor: null, total: 0 };
}

export async function getPosition(_: Viewer, place: Place): Promise<Position> {
  throw new Error(place.proposition);
}

export async function getHistory(_: Viewer, __: HistoryInput) {
  return { items: [] as Step[], nextCursor: null, total: 0 };
}

export async function listOurs(_: Viewer, __: string): Promise<Ours> {
  return { items: [] };
}
