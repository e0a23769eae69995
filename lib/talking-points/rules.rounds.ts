import { dayAt, endOfDay } from "@/lib/platform/time/offset-at";
import { addDays, addWorkingDays, type BlackoutPeriod, type ClosingRule } from "@/lib/platform/time/working-days";
import { type RoundState, shortestRoundHours, type TalkingPointStatus } from "./constants";
import { isOpen, textObstacle } from "./rules.endorsements";

type Calendar = { timeZone: string; rests: readonly BlackoutPeriod[]; closing: ClosingRule };

const hour = 3_600_000;

/**
 * The moment in which a round that begins now is over: the end of a working day of the network, so many working days after the
 * one it begins on. Never under 72 hours, whatever the clocks do meanwhile.
 */
export function closingMoment(opensAt: Date, workingDays: number, { timeZone, rests, closing }: Calendar): Date {
  let day = addWorkingDays(dayAt(timeZone, opensAt), workingDays, rests, closing);
  for (;;) {
    const ends = endOfDay(timeZone, day);
    if (ends.getTime() - opensAt.getTime() >= shortestRoundHours * hour) return ends;
    day = addWorkingDays(addDays(day, 1), 0, rests, closing);
  }
}

/** The days that count, after today and until the last one, on which the round is over. */
export function workingDaysLeft(today: string, closesAt: Date, { timeZone, rests, closing }: Calendar): number {
  const last = dayAt(timeZone, new Date(closesAt.getTime() - 1));
  let left = 0;
  for (let day = today; day < last; left++) {
    day = addWorkingDays(addDays(day, 1), 0, rests, closing);
    if (day > last) break;
  }
  return left;
}

type RoundStep = { kind: "planned" | "opened" | "restarted" | "stopped" | "ended" | "passed" | "decided" };

const states: Record<RoundStep["kind"], RoundState | null> = {
  planned: "planned",
  opened: "running",
  restarted: "planned",
  stopped: "stopped",
  ended: "stopped",
  passed: "passed",
  // What follows changes nothing of what it came to.
  decided: null,
};

/** What the steps until some moment came to; null before the first. */
export const roundStateAfter = (steps: readonly RoundStep[]): RoundState | null =>
  steps.reduce<RoundState | null>((state, { kind }) => states[kind] ?? state, null);

export const isUnderWay = (state: RoundState) => state === "planned" || state === "running";

type Shown = { version: number; digest: string };
type Opened = {
  status: TalkingPointStatus;
  currentVersion: number;
  digest: string;
  /** Every clause says the same in both languages. */
  equal: boolean;
  /** A member's answer to these words is an objection. */
  objected: boolean;
  /** It begins on a later day. */
  later: boolean;
  rounds: readonly { state: RoundState; version: number }[];
};

export type RoundObstacle =
  | "notOpen"
  | "textChanged"
  | "roundUnderWay"
  | "roundStopped"
  | "roundPassed"
  | "objectedAlready"
  | "roundNeedsEqual";

/** What stands in the way of a round. The same words are asked about once: what was stopped needs other words, or names. */
export function roundObstacle(point: Opened, shown: Shown): RoundObstacle | null {
  const ofText = textObstacle(point, shown);
  if (ofText) return ofText;
  if (point.rounds.some(({ state }) => isUnderWay(state))) return "roundUnderWay";
  const onThese = point.rounds.filter(({ version }) => version === point.currentVersion).at(-1);
  if (onThese) return onThese.state === "passed" ? "roundPassed" : "roundStopped";
  if (point.objected) return "objectedAlready";
  return point.equal || point.later ? null : "roundNeedsEqual";
}

type Round = { state: RoundState; opensAt: Date; closesAt: Date | null };

/** Whether an objection still stops it: before it begins as well, and in no moment after it was over. */
export const mayStop = ({ state, closesAt }: Round, now: Date) =>
  state === "planned" || (state === "running" && closesAt !== null && now < closesAt);

type Due = Round & { status: TalkingPointStatus; equal: boolean };

/** What time does to a round now: `waits` for the languages, whose last reading begins it; `later` is not due. */
export function roundDue(
  { state, opensAt, closesAt, status, equal }: Due,
  now: Date,
): "none" | "end" | "later" | "waits" | "open" | "pass" {
  if (!isUnderWay(state)) return "none";
  if (!isOpen(status)) return "end";
  if (state === "planned") {
    if (now < opensAt) return "later";
    return equal ? "open" : "waits";
  }
  return closesAt !== null && now >= closesAt ? "pass" : "later";
}

type Member = { id: string; objects: boolean; standsAside: boolean; reached: boolean };

/**
 * What a round came to, in numbers. Who stood aside counts as that, silence of who was never reached is no answer, and who objects
 * is never among those without an objection.
 */
export function countRound(members: readonly Member[]) {
  const others = members.filter((it) => !it.objects);
  const stoodAside = others.filter((it) => it.standsAside).length;
  const unreachable = others.filter((it) => !it.standsAside && !it.reached).length;
  return { stoodAside, unreachable, noObjection: others.length - stoodAside - unreachable };
}
