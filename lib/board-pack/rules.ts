import { createHash } from "node:crypto";
import { addDays } from "@/lib/platform/time/working-days";
import type { DecisionKind } from "./schema";

const codeAlphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * Eight unambiguous characters derived from the position's id: stable, and printed in the board pack. No credential.
 */
export function toCode(positionId: string): string {
  const bytes = createHash("sha256").update(`decision ${positionId}`).digest();
  return Array.from(bytes.subarray(0, 8), (byte) => codeAlphabet[byte & 31]).join("");
}

type Situation = {
  submitted: boolean;
  /** The wording that what stands was given for; null where nothing stands. */
  standingFor: number | null;
  currentWording: number;
  reviewBy: string | null;
  /** The day that an undecided organization set itself. */
  decideBy: string | null;
};

const reviewDays = 30;

/** The decision that this position waits for, if any: one page per position, a pending signature first. */
export function findDecision(it: Situation, today: string): DecisionKind | null {
  if (it.submitted) return "submitted";
  if (it.standingFor === null) return null;
  if (it.standingFor !== it.currentWording) return "earlierWording";
  if (it.decideBy !== null && it.decideBy < today) return "undecided";
  if (it.reviewBy === null || it.reviewBy > addDays(today, reviewDays)) return null;
  return it.reviewBy < today ? "stale" : "review";
}
