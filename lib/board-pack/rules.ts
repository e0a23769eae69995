import { createHash } from "node:crypto";
import { addDays } from "@/lib/platform/time/working-days";
import type { DecisionKind } from "./schema";

const codeAlphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** Eight letters that nobody mistakes for one another; the same for a position as long as it is there. */
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

/** What is owed here, if anything. One page per position: what waits for a signature comes first, and settles the rest. */
export function findDecision(it: Situation, today: string): DecisionKind | null {
  if (it.submitted) return "submitted";
  if (it.standingFor === null) return null;
  if (it.standingFor !== it.currentWording) return "earlierWording";
  if (it.decideBy !== null && it.decideBy < today) return "undecided";
  if (it.reviewBy === null || it.reviewBy > addDays(today, reviewDays)) return null;
  return it.reviewBy < today ? "stale" : "review";
}
