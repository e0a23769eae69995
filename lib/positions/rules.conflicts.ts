import type { stances } from "./schema";

type Stance = (typeof stances)[number];

/** An act that committed an organization or ended what it was committed to. */
export type CommittingAct = { kind: "signed_off" | "withdrawn"; at: Date; actorId: string; stance: Stance };

/** Within this long, another signatory's contrary act is taken for a disagreement and not for a change of mind. */
const conflictDays = 7;

const contradicts = (first: CommittingAct, second: CommittingAct) =>
  first.kind !== second.kind || (first.kind === "signed_off" && first.stance !== second.stance);

/**
 * Where two signatories acted against each other: the later act reverses the one just before it, by somebody else, within a
 * week. Both stay as they are, since each was authorized; that they disagree is for their organization to settle. Acts in
 * the order in which they were done.
 */
export function findConflicts(acts: readonly CommittingAct[]): { first: CommittingAct; second: CommittingAct }[] {
  return acts.flatMap((second, i) => {
    const first = acts[i - 1];
    if (!first || first.actorId === second.actorId || !contradicts(first, second)) return [];
    return second.at.getTime() - first.at.getTime() <= conflictDays * 86_400_000 ? [{ first, second }] : [];
  });
}
