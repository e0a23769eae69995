import type { BesideKind } from "./schema.beside";

export type BesideStep = { kind: BesideKind };

/** What is said beside a position at one moment, and what waits for a second signature. */
export type Said<Step> = { given: Step | null; waiting: Step | null };

/** Only a last signature makes it stand, and only a withdrawal ends it. A first of two leaves what stands as it is. */
export function takeBeside<Step extends BesideStep>(said: Said<Step>, step: Step): Said<Step> {
  switch (step.kind) {
    case "signed_once":
      return { ...said, waiting: step };
    case "given":
      return { given: step, waiting: null };
    case "withdrawn":
      return { given: null, waiting: null };
  }
}

export const replayBeside = <Step extends BesideStep>(steps: readonly Step[]): Said<Step> =>
  steps.reduce<Said<Step>>(takeBeside, { given: null, waiting: null });

/** What is kept of the steps of several, each told from its own beginning. */
export function replayEach<Step extends BesideStep>(steps: readonly Step[], nameOf: (step: Step) => string) {
  const said = new Map<string, Said<Step>>();
  for (const step of steps) {
    const name = nameOf(step);
    said.set(name, takeBeside(said.get(name) ?? { given: null, waiting: null }, step));
  }
  return said;
}

/** The words that a join stands behind: a reservation, on one wording of a proposition. */
export type Reserved = { propositionVersion: number; reservationEn: string | null; reservationFr: string | null };

export const isReserved = (text: Reserved) => text.reservationEn !== null || text.reservationFr !== null;

/** Confirmed in the same words, a reservation is the one that was joined; in any others it is not. */
export const isSameReservation = (one: Reserved, other: Reserved | null) =>
  other !== null &&
  one.propositionVersion === other.propositionVersion &&
  one.reservationEn === other.reservationEn &&
  one.reservationFr === other.reservationFr;

export type BesideObstacle =
  | "ownReservation"
  | "nothingToJoin"
  | "reservationChanged"
  | "alreadyJoined"
  | "notJoined"
  | "nothingToExplain"
  | "explainedOther"
  | "sameExplanation"
  | "notExplained"
  | "secondSignatory";

type Signed = { kind: BesideKind; actorId: string };

/** Where two sign, the first signature says nothing to others; the second is another person's, of the same. */
export function besideSignature(
  { waiting, same }: { waiting: Signed | null; same: boolean },
  { signatures, by }: { signatures: number; by: string },
): BesideKind | "secondSignatory" {
  if (signatures < 2) return "given";
  if (!waiting || !same) return "signed_once";
  return waiting.actorId === by ? "secondSignatory" : "given";
}
