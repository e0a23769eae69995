import { addDays } from "@/lib/platform/time/working-days";
import { reviewMonths, type TalkingPointStatus } from "./constants";

const next: Record<TalkingPointStatus, readonly TalkingPointStatus[]> = {
  draft: ["in_discussion"],
  in_discussion: ["usable", "retired"],
  usable: ["usable", "cautioned", "retired"],
  cautioned: ["usable", "cautioned", "retired"],
  retired: [],
};

type Point = { status: TalkingPointStatus; currentVersion: number; usableVersion: number | null };

type Text = { pending: boolean; endorsed: boolean };

export type StatusObstacle = "statusNotAllowed" | "statusUnchanged" | "parityPending" | "notEndorsedYet";

/**
 * "Usable" belongs to a version: said again, it is of the one in force, whose languages must both be there, and behind which
 * at least one organization stands.
 */
export function statusObstacle(point: Point, to: TalkingPointStatus, text: Text): StatusObstacle | null {
  if (!next[point.status].includes(to)) return "statusNotAllowed";
  if (to === "usable" && point.status === "usable" && point.usableVersion === point.currentVersion)
    return "statusUnchanged";
  if (to !== "usable") return null;
  if (text.pending) return "parityPending";
  return text.endorsed ? null : "notEndorsedYet";
}

/** What a change of status leaves of it. A caution is about the version that was usable; the end leaves none usable. */
export const statusAfter = (point: Point, to: TalkingPointStatus) => ({
  status: to,
  usableVersion: to === "usable" ? point.currentVersion : to === "retired" ? null : point.usableVersion,
});

export const listStatuses = (point: Point, text: Text) =>
  (Object.keys(next) as TalkingPointStatus[]).filter((to) => statusObstacle(point, to, text) === null);

/** Past its review day it says so wherever it is shown. */
export const isStale = (reviewBy: string, today: string) => reviewBy < today;

/** So many months later, or the last day of that month. */
export function reviewDay(today: string, months = reviewMonths): string {
  const [year = 0, month = 0, day = 0] = today.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return addDays(first, Math.min(day, last) - 1);
}

export type ReviewObstacle = "notInFuture" | "tooFar";
const furthestMonths = 36;

export function reviewObstacle(reviewBy: string, today: string): ReviewObstacle | null {
  if (reviewBy <= today) return "notInFuture";
  return reviewBy > reviewDay(today, furthestMonths) ? "tooFar" : null;
}
