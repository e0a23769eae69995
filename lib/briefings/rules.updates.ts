type Meeting = { kind: string; part: string; state: string; endsAt: Date | null };

/** What stands in the way of filing an update: it is told the others before members meet, and then stands as it was told. */
export function filingObstacle({ kind, part, state, endsAt }: Meeting, now: Date) {
  if (kind !== "civil_society" || part !== "meeting") return "noUpdatesHere";
  if (state === "cancelled") return "briefingCancelled";
  if (state === "published") return "minutesPublished";
  return endsAt !== null && endsAt <= now ? "updatesClosed" : null;
}
