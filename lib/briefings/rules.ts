import { addMonths } from "../positions/rules";
import {
  type BriefingCadence,
  type BriefingKind,
  type BriefingPart,
  type BriefingPhase,
  type BriefingState,
  type SidePart,
  sideParts,
} from "./constants";

type Timed = { state: BriefingState; endsAt: Date | null };

/** What a meeting is at this moment. */
export function phaseOf({ state, endsAt }: Timed, now: Date): BriefingPhase {
  return state === "scheduled" && endsAt !== null && endsAt <= now ? "over" : state;
}

const months: Record<BriefingCadence, number> = { three_a_year: 4, twice_a_year: 6 };
const yearly: Record<BriefingCadence, number> = { three_a_year: 3, twice_a_year: 2 };

/** How many meetings a year a cadence asks for. */
export const timesAYear = (cadence: BriefingCadence) => yearly[cadence];

/** The day by which the next one should be held. */
export const dueAfter = (lastOn: string, cadence: BriefingCadence) => addMonths(lastOn, months[cadence]);

type Due = { state: BriefingState; dueOn: string | null };

/** It has no date, and the day by which it should have been held is past: a date that lies ahead is no delay any more. */
export const isOverdue = ({ state, dueOn }: Due, today: string) =>
  (state === "planned" || state === "polling") && dueOn !== null && dueOn < today;

type Last = { cadence: BriefingCadence | null; dueOn: string | null; lastOn: string | null };

/** The day somebody named; else the one that the cadence gives after the last meeting. */
export const dueDay = ({ cadence, dueOn, lastOn }: Last): string | null =>
  dueOn ?? (cadence && lastOn ? dueAfter(lastOn, cadence) : null);

type Framed = { state: BriefingState; startsAt: Date | null; options: number };
type FrameChange = { minutes?: unknown; zone?: unknown };

/** What stands in the way of another frame. A length or a zone that others answered or were invited to is changed where that is. */
export function frameObstacle(meeting: Framed, change: FrameChange) {
  if (meeting.state === "cancelled") return "briefingCancelled";
  if (meeting.state === "published") return "minutesPublished";
  if (change.minutes !== undefined && meeting.startsAt !== null) return "lengthOnceScheduled";
  if (change.zone !== undefined && (meeting.startsAt !== null || meeting.options > 0)) return "zoneOnceOffered";
  return null;
}

type Sequence = { kind: BriefingKind; part: BriefingPart; parts: readonly BriefingPart[] };

/** Which meetings for members alone can still go with this one: a caucus before it and a debrief after it, once each. */
export const addableParts = ({ kind, part, parts }: Sequence): SidePart[] =>
  kind === "government" && (part === "meeting" || part === "room") ? sideParts.filter((it) => !parts.includes(it)) : [];

/** A meeting with its caucus and debrief is their room. */
export const partWith = (part: BriefingPart, added: number): BriefingPart =>
  part === "meeting" && added > 0 ? "room" : part;
