import type { Amendment } from "@/lib/talking-points/schema.amendments";

/** What no version has settled and nobody took back; or of that only what waits for somebody. */
export const inMargin = (amendments: readonly Amendment[], open: string | undefined): Amendment[] =>
  amendments.filter((it) => {
    const last = it.fates.at(-1)?.fate;
    const settled = last !== undefined && last !== "moved_along" && last !== "marked" && last !== "waiting";
    if (settled || it.state === "withdrawn") return false;
    return !open || it.state === "open" || it.state === "draft";
  });
