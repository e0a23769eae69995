/** Progress and cancellation of a long computation; both optional. */
export type Run = {
  /** Asked between steps of a few milliseconds; true stops the work with `Cancelled`. */
  readonly cancelled?: () => boolean;
  /** The part at work, and how much of it is done, from 0 to 1. */
  readonly progress?: (stage: Stage, share: number) => void;
};

export type Stage = "reading" | "map" | "groups" | "chance" | "stability" | "statistics" | "coalitions";

/** Somebody no longer waits for the answer. */
export class Cancelled extends Error {
  override readonly name = "Cancelled";
  constructor() {
    super("The computation was cancelled.");
  }
}

/**
 * Reports how far a stage has come, and stops it where nobody waits any longer.
 *
 * @throws {Cancelled}
 */
export function reportProgress(run: Run | undefined, stage: Stage, share: number): void {
  if (run?.cancelled?.()) throw new Cancelled();
  run?.progress?.(stage, share);
}
