/** A text that a node said it took, or a signature under one. */
export type Draft = { organization: string; proposition: string; revision: number; version: number; text: string };
export type Signature = { organization: string; proposition: string; revision: number };

/** What the client knows: what was acknowledged to it, and what it never heard the end of. */
export class Journal {
  readonly drafts: Draft[] = [];
  readonly signatures: Signature[] = [];
  /** Texts and signatures that were sent and never answered: they may stand or not, but at most once. */
  unheard = 0;
  /** Answers by status; 0 is none. */
  readonly statuses = new Map<number, number>();
  /** Promises that were broken in front of the client's eyes, in words. */
  readonly broken: string[] = [];
  /** The longest that an answer took, and how many never came in time. */
  slowest = 0;
  late = 0;
  /** When the call was begun that was acknowledged last, by this process' clock. */
  lastBegun = 0;

  get acknowledged(): number {
    return this.drafts.length + this.signatures.length;
  }

  note({ status, ms, late }: { status: number; ms: number; late: boolean }) {
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    if (late) this.late += 1;
    this.slowest = Math.max(this.slowest, ms);
  }

  draft(draft: Draft, { ms }: { ms: number }) {
    this.drafts.push(draft);
    this.lastBegun = performance.now() - ms;
  }

  signature(signature: Signature, { ms }: { ms: number }) {
    this.signatures.push(signature);
    this.lastBegun = performance.now() - ms;
  }

  /** How often a node said, or showed by its silence, that it could not. */
  get failures(): number {
    return [...this.statuses].reduce((sum, [status, count]) => sum + (status === 0 || status >= 500 ? count : 0), 0);
  }

  /** Answers other than success, as one line: `500 × 3, none × 2`. */
  troubles(): string {
    return [...this.statuses]
      .filter(([status]) => status < 200 || status > 299)
      .sort(([one], [other]) => one - other)
      .map(([status, count]) => `${status === 0 ? "none" : status} × ${count}`)
      .join(", ");
  }
}
