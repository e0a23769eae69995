import type { Position } from "@/lib/positions/schema";

type NextAction = "record" | "read" | "decide" | "resume" | "review" | "change" | "open";

/** The one next thing this reader can do with their organization's position. */
export function nextAction(position: Pick<Position, "draft" | "standing" | "stale" | "viewer"> | null): NextAction {
  if (!position) return "record";
  const { draft, standing, stale, viewer } = position;
  if (draft?.state === "submitted" || draft?.state === "signed_once") return viewer.maySignOff ? "decide" : "read";
  if (draft) return viewer.mayDraft ? "resume" : "read";
  if (!standing) return viewer.mayDraft ? "record" : "open";
  if (!viewer.mayDraft) return "open";
  return stale ? "review" : "change";
}

/** Something waits for someone, or has not begun; the rest is there to be read. */
export const isUrgent = (act: NextAction) => act === "record" || act === "decide" || act === "resume";
