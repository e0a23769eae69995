import type { AnnotationKind } from "../positions/schema.annotations";

export type SignatureStep = { kind: AnnotationKind };

/** What is said beside a position at one moment, and what waits for a second signature. */
export type Signatures<Step> = { given: Step | null; waiting: Step | null };

/** Only a last signature makes it stand, and only a withdrawal ends it. A first of two leaves what stands as it is. */
export function applySignature<Step extends SignatureStep>(said: Signatures<Step>, step: Step): Signatures<Step> {
  switch (step.kind) {
    case "signed_once":
      return { ...said, waiting: step };
    case "given":
      return { given: step, waiting: null };
    case "withdrawn":
      return { given: null, waiting: null };
  }
}

export const replaySignatures = <Step extends SignatureStep>(steps: readonly Step[]): Signatures<Step> =>
  steps.reduce<Signatures<Step>>(applySignature, { given: null, waiting: null });

/** What is kept of the steps of several, each told from its own beginning. */
export function replayEach<Step extends SignatureStep>(steps: readonly Step[], nameOf: (step: Step) => string) {
  const said = new Map<string, Signatures<Step>>();
  for (const step of steps) {
    const name = nameOf(step);
    said.set(name, applySignature(said.get(name) ?? { given: null, waiting: null }, step));
  }
  return said;
}

/** The words that a join stands behind: a reservation, on one wording of a proposition. */
export type ReservationText = {
  propositionVersion: number;
  reservationEn: string | null;
  reservationFr: string | null;
};

export const isReserved = (text: ReservationText) => text.reservationEn !== null || text.reservationFr !== null;

/** Confirmed in the same words, a reservation is the one that was joined; in any others it is not. */
export const isSameReservation = (one: ReservationText, other: ReservationText | null) =>
  other !== null &&
  one.propositionVersion === other.propositionVersion &&
  one.reservationEn === other.reservationEn &&
  one.reservationFr === other.reservationFr;

export type AnnotationObstacle =
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

type Signed = { kind: AnnotationKind; actorId: string };

/** Where two sign, the first signature says nothing to others; the second is another person's, of the same. */
export function nextSignature(
  { waiting, same }: { waiting: Signed | null; same: boolean },
  { signatures, by }: { signatures: number; by: string },
): AnnotationKind | "secondSignatory" {
  if (signatures < 2) return "given";
  if (!waiting || !same) return "signed_once";
  return waiting.actorId === by ? "secondSignatory" : "given";
}
