import { addWorkingDays, type BlackoutPeriod, type ClosingRule } from "@/lib/platform/time/working-days";
import {
  committingPowers,
  type MembershipDecision,
  type OrganizationStatus,
  type powers,
  type SignOffKind,
} from "./schema";

/** From which states a decision can be taken. */
const from: Record<MembershipDecision, readonly OrganizationStatus[]> = {
  apply: [],
  // A member can become an observer and the other way round; a refusal can be thought over, a suspension lifted.
  admit: ["applied", "refused", "suspended", "member", "observer"],
  refuse: ["applied"],
  suspend: ["member", "observer"],
  leave: ["applied", "member", "observer", "suspended"],
  return: ["left", "refused"],
};

export type Seat = "member" | "observer";
export type DecisionOnMembership = { decision: Exclude<MembershipDecision, "apply">; as?: Seat | undefined };

/** What an organization is after a decision; null where the decision does not fit what it is now. */
export function statusAfter(
  now: OrganizationStatus,
  { decision, as }: DecisionOnMembership,
): OrganizationStatus | null {
  if (!from[decision].includes(now)) return null;
  if (decision === "admit") return !as || as === now ? null : as;
  // Whoever takes an application back was never in: nothing of it is for the network to see.
  if (decision === "leave") return now === "applied" ? "refused" : "left";
  return ({ refuse: "refused", suspend: "suspended", return: "applied" } as const)[decision];
}

const inside: readonly OrganizationStatus[] = ["member", "observer"];

/** What a decision about an organization moves, as it is now. */
export type AffectedCounts = {
  mandates: number;
  /** That others may read. */
  positions: number;
  people: number;
  /** Propositions on which the grid would show a position of it. */
  onGrid: number;
  propositions: number;
  /** Members of the network, this organization among them if it is one. */
  members: number;
};

/** What follows from a decision: told before the click in numbers, and kept with it afterwards. */
export function consequencesOf(now: OrganizationStatus, next: OrganizationStatus, held: AffectedCounts) {
  const { mandates, positions, people, onGrid, propositions, members } = held;
  const joins = now !== "member" && next === "member";
  const membersAfter = members + (next === "member" ? 1 : 0) - (now === "member" ? 1 : 0);
  return {
    // A suspension stops every act and unmakes no mandate; leaving ends them.
    mandatesEnded: next === "left" || next === "refused" ? mandates : 0,
    positionsLeaving: now === "member" && next !== "member" ? positions : 0,
    positionsReturning: joins ? positions : 0,
    // A member with nothing recorded is a column of dashes, and every range of possible support grows by it.
    cellsNotRecorded: joins ? propositions - onGrid : 0,
    members: membersAfter === members ? null : { before: members, after: membersAfter },
    peopleLosingAccess: inside.includes(now) && !inside.includes(next) ? people : 0,
    peopleGainingAccess: !inside.includes(now) && inside.includes(next) ? people : 0,
  };
}

/** How many different signatories an act of this organization takes. `joint` asks two people; every other rule ends in one. */
export const signaturesNeeded = (kind: SignOffKind): number => (kind === "joint" ? 2 : 1);

/** Whether these powers commit the organization: where two sign, they are given and ended by two as well. */
export const commits = (granted: readonly (typeof powers)[number][]) =>
  committingPowers.some((it) => granted.includes(it));

/**
 * The person an organization came in with, while they belong to it; after them whoever has belonged to it longest. `people`:
 * all who ever did, the longest first.
 */
export const contactOf = (named: string | null, people: readonly { personId: string; endedAt: Date | null }[]) => {
  const present = people.filter((it) => it.endedAt === null);
  return (present.find((it) => it.personId === named) ?? present[0])?.personId ?? null;
};

type StatusChange = { at: Date; from: OrganizationStatus | null; to: OrganizationStatus };

/** What an organization was at a moment, by its history; null before it was there. Without history it is what it was made. */
export function statusAsOf(
  { createdAt, status, steps }: { createdAt: Date; status: OrganizationStatus; steps: readonly StatusChange[] },
  at: Date,
): OrganizationStatus | null {
  const last = steps.findLast((it) => it.at.getTime() <= at.getTime());
  if (last) return last.to;
  const [first] = steps;
  if (first) return at.getTime() >= createdAt.getTime() ? first.from : null;
  return at.getTime() >= createdAt.getTime() ? status : null;
}

/** When an organization would usually have decided: its own date, never a deadline. */
export const suggestDeadline = (
  rule: { signOffKind: SignOffKind; signOffTypicalDays: number },
  from: string,
  rests: readonly BlackoutPeriod[] = [],
  closing?: ClosingRule,
) => addWorkingDays(from, rule.signOffTypicalDays, rests, closing);
