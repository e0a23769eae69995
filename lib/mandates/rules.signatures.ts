/** The second signature is another person's: the first of two does not become both by being given twice. */
export const secondSignatureObstacle = (firstSignedBy: string | null, personId: string | null) =>
  firstSignedBy !== null && firstSignedBy === personId ? ("secondSignatory" as const) : null;

/** Where two sign, `signed_once` is the first signature: it has no effect for others yet. */
export type SignatureKind = "signed_once" | "given" | "withdrawn";

type SignatureStep = { kind: SignatureKind };

/** What is in force of something that needs one or two signatures, and the first signature that waits for a second. */
export type Signatures<Step> = { given: Step | null; waiting: Step | null };

/** Only the last signature puts it in force, and only a withdrawal ends it; a first of two changes nothing in force. */
export function applySignature<Step extends SignatureStep>(state: Signatures<Step>, step: Step): Signatures<Step> {
  switch (step.kind) {
    case "signed_once":
      return { ...state, waiting: step };
    case "given":
      return { given: step, waiting: null };
    case "withdrawn":
      return { given: null, waiting: null };
  }
}

export const replaySignatures = <Step extends SignatureStep>(steps: readonly Step[]): Signatures<Step> =>
  steps.reduce<Signatures<Step>>(applySignature, { given: null, waiting: null });

/** Replays the steps of several at once, grouped by `nameOf`. */
export function replayEach<Step extends SignatureStep>(steps: readonly Step[], nameOf: (step: Step) => string) {
  const states = new Map<string, Signatures<Step>>();
  for (const step of steps) {
    const name = nameOf(step);
    states.set(name, applySignature(states.get(name) ?? { given: null, waiting: null }, step));
  }
  return states;
}

type Signed = { kind: SignatureKind; actorId: string };

/**
 * Kind of the next step: with two signatures the first has no effect for others, and the second must be another person's for
 * the same content. What was begun by a first of two is ended by a second, whatever the rule has become meanwhile.
 */
export function nextSignature(
  { waiting, same }: { waiting: Signed | null; same: boolean },
  { signatures, by }: { signatures: number; by: string },
): SignatureKind | "secondSignatory" {
  if (waiting && same) return waiting.actorId === by ? "secondSignatory" : "given";
  return signatures < 2 ? "given" : "signed_once";
}
