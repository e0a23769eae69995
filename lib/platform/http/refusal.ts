/** Why something is turned away. Nouns throw these; the gateway turns them into responses. */
type RefusalCode =
  | "UNAUTHORIZED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "CONFLICT"
  | "PRECONDITION_FAILED"
  | "PRECONDITION_REQUIRED"
  | "TOO_MANY_REQUESTS";

/** A reason that a person can be told: `reason` is a key of the `errors` messages; `facts` travel with it. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly reason: string,
    readonly facts: Record<string, string | number | null> = {},
  ) {
    super(reason);
    this.name = "Refusal";
  }
}

/** A value whose shape was right and which cannot be meant: `reason` is a key of `errors.field`. */
export class BadField extends Error {
  constructor(
    readonly field: string,
    readonly reason: string,
  ) {
    super(`${field}: ${reason}`);
    this.name = "BadField";
  }
}
