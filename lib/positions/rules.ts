import { signaturesNeeded } from "@/lib/organizations/rules";
import type { SignOffKind } from "@/lib/organizations/schema";
import { visibilities } from "./constants";
import type { DraftState, Stance, StepKind, Visibility } from "./schema";

/** State of a position: the revision that stands, and at most one draft. */
export type Present = { standing: number | null; draft: number | null; draftState: DraftState | null };
export type LifecycleStep = { kind: StepKind; revision: number };

export const nothingYet: Present = { standing: null, draft: null, draftState: null };

const noDraft = { draft: null, draftState: null };

/** Applies one step. Only a signature makes a stance stand, and only a withdrawal ends one. */
export function applyStep(present: Present, { kind, revision }: LifecycleStep): Present {
  switch (kind) {
    case "drafted":
      return { ...present, draft: revision, draftState: "drafted" };
    case "submitted":
      return { ...present, draftState: "submitted" };
    case "returned":
      return { ...present, draftState: "returned" };
    case "restored":
      return { ...present, draft: revision, draftState: "returned" };
    case "discarded":
      return { ...present, ...noDraft };
    case "signed_once":
      return { ...present, draftState: "signed_once" };
    case "signed_off":
      return { standing: revision, ...noDraft };
    case "confirmed":
      return { ...present, standing: revision };
    case "withdrawn":
      return { ...present, standing: null };
    case "visibility_changed":
      return present;
  }
}

/** Replaying the whole history gives the stored state. */
export const replay = (steps: readonly LifecycleStep[]) => steps.reduce(applyStep, nothingYet);

export type Obstacle =
  | "nothingToSubmit"
  | "alreadySubmitted"
  | "nothingToDiscard"
  | "nothingToSign"
  | "notSubmitted"
  | "wordsChanged"
  | "nothingStands"
  | "nothingToConfirm"
  | "draftInTheWay"
  | "notTheStandingText"
  | "sameVisibility"
  | "wideningTakesTwo";

const isHandedOver = (state: DraftState | null) => state === "submitted" || state === "signed_once";

export function submissionObstacle({ draft, draftState }: Present): Obstacle | null {
  if (draft === null) return "nothingToSubmit";
  return isHandedOver(draftState) ? "alreadySubmitted" : null;
}

export const discardObstacle = ({ draft }: Present): Obstacle | null => (draft === null ? "nothingToDiscard" : null);

/** A signature stands under the words that were read: a draft for an earlier wording is turned away, not moved. */
export function signOffObstacle(
  { draft }: Present,
  draftedFor: number | null,
  currentVersion: number,
): Obstacle | null {
  if (draft === null) return "nothingToSign";
  return draftedFor === currentVersion ? null : "wordsChanged";
}

export function returnObstacle({ draft, draftState }: Present): Obstacle | null {
  if (draft === null) return "nothingToSign";
  return isHandedOver(draftState) ? null : "notSubmitted";
}

export const withdrawalObstacle = ({ standing }: Present): Obstacle | null =>
  standing === null ? "nothingStands" : null;

/**
 * A plain draft that is signed was handed over and signed at once; the history shows both. Where two sign, the first
 * signature makes nothing stand.
 */
export function signingSteps({ draftState }: Present, signatures = 1): StepKind[] {
  const signed: StepKind = signatures > 1 && draftState !== "signed_once" ? "signed_once" : "signed_off";
  return isHandedOver(draftState) ? [signed] : ["submitted", signed];
}

/**
 * How many sign this draft: as many as the rule asked for when it was begun, or asks for today, whichever is more. A rule
 * that was loosened is for what is begun after it; one that was tightened protects at once whatever is not signed yet.
 */
export const signaturesOfDraft = (begunUnder: SignOffKind | null, today: SignOffKind) =>
  Math.max(signaturesNeeded(begunUnder ?? today), signaturesNeeded(today));

type Confirmable = { given: number; current: number; reviewBy: string | null; today: string };

/** There is something to confirm where the words of the proposition changed, or a review is past or near. */
export function confirmationObstacle({ standing }: Present, { given, current, reviewBy, today }: Confirmable) {
  if (standing === null) return "nothingStands" satisfies Obstacle;
  return given !== current || isDueForReview(reviewBy, today) ? null : ("nothingToConfirm" satisfies Obstacle);
}

export const isWider = (one: Visibility, than: Visibility) => visibilities.indexOf(one) > visibilities.indexOf(than);

/** Everything that more people read than would read this. */
export const widerThan = (visibility: Visibility): Visibility[] => visibilities.filter((it) => isWider(it, visibility));

/** Narrowing reaches back, whether something stands or not; only what stands can be shown to more. */
export function visibilityObstacle(present: Present, from: Visibility | null, to: Visibility): Obstacle | null {
  if (from === null) return "nothingStands";
  if (from === to) return "sameVisibility";
  return isWider(to, from) && present.standing === null ? "notTheStandingText" : null;
}

export const supports = (stance: Stance) => stance === "support" || stance === "support_with_reservation";

/** Past its review date; a position without one never is. Days are compared as days: `2027-03-01`. */
export const isStale = (reviewBy: string | null, today: string) => reviewBy !== null && reviewBy < today;

/** The same day so many months later, or the last of that month where it has no such day. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

export const addDays = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** From so many days before its review date a position can be confirmed. */
export const reviewAhead = 30;

/** Past its review date, or within thirty days of it. */
export const isDueForReview = (reviewBy: string | null, today: string) =>
  reviewBy !== null && reviewBy <= addDays(today, reviewAhead);

/** Without a date of its own a position is to be looked at again after a year. */
export const reviewMonths = 12;
