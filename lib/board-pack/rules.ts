import { createHash } from "node:crypto";
import type { PendingKind } from "@/lib/positions/rules.pending";
import type { DecisionKind } from "./schema";

const codeAlphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * Eight unambiguous characters derived from the position's id: stable, and printed in the board pack. No credential.
 */
export function toCode(positionId: string): string {
  const bytes = createHash("sha256").update(`decision ${positionId}`).digest();
  return Array.from(bytes.subarray(0, 8), (byte) => codeAlphabet[byte & 31]).join("");
}

/** What a board decides, the one that settles the others first. A draft that was returned is with whoever wrote it. */
const boardKinds = ["submitted", "earlierWording", "undecided", "review"] as const satisfies PendingKind[];

/** The decision that a position waits for, of all that is pending on it, if any: one page per position. */
export function findDecision(pending: readonly PendingKind[], stale: boolean): DecisionKind | null {
  const kind = boardKinds.find((it) => pending.includes(it));
  return kind === "review" && stale ? "stale" : (kind ?? null);
}
