import type { Turn } from "./align";
import type { GroupFigures } from "./groups";
import type { Id } from "./ids";
import type { Run } from "./progress";

/** Stances as numbers; a null is a stance that is not there, and never the middle. */
export type Stances = {
  /** Ids of the voices, each once. */
  readonly rows: readonly Id[];
  /** Ids of the propositions, each once. */
  readonly columns: readonly Id[];
  /** Per row and column a value of the scale, or null. */
  readonly values: readonly (readonly (number | null)[])[];
};

/** How the stances of a coalition are told in numbers: what is not here is missing. */
export const codings = {
  /** A reservation is half a support. */
  half: { support: 1, support_with_reservation: 0.5, stand_aside: 0, oppose: -1 },
  /** A reservation is a support: what the picture owes to the half shows by comparing. */
  whole: { support: 1, support_with_reservation: 1, stand_aside: 0, oppose: -1 },
} as const;

/** The ordered values of each coding. */
export const scales = { half: [-1, 0, 0.5, 1], whole: [-1, 0, 1] } as const;

export type AnalysisOptions = {
  /** The values that may stand in the matrix, ascending; those of the coding "half" unless given. */
  readonly scale?: readonly number[];
  /** Where the same voices stood on the map before, by id: the new map is turned towards it. */
  readonly previous?: Readonly<Record<string, { readonly x: number; readonly y: number }>>;
  readonly seed?: number;
  /** False for the map alone: groups compare every voice with every other, which thousands of them cannot wait for. */
  readonly groups?: false;
  readonly shuffles?: number;
  readonly resamples?: number;
  readonly run?: Run;
};

export type Mark = {
  readonly id: Id;
  readonly x: number;
  readonly y: number;
  readonly answered: number;
  /** Too few stances to say where this voice stands: it is drawn faint and belongs to no group. */
  readonly faint: boolean;
  readonly group: number | null;
};

export type Caution =
  /** The second and the third direction are about as strong (λ2/λ3 < 1.3): the second could as well be another. */
  | "secondAxisUncertain"
  /** The voices differ in one direction only. */
  | "oneAxis"
  /** The voices do not differ. */
  | "noDifferences";

/** What a coalition's stances say, in numbers. Everything stands in the order in which rows and columns were given. */
export type Analysis = {
  readonly version: 1;
  readonly rows: number;
  readonly columns: number;
  readonly votes: number;
  readonly points: readonly Mark[];
  readonly loadings: readonly { readonly id: Id; readonly x: number; readonly y: number }[];
  /** Mean stance per column; null where nobody answered. */
  readonly centre: readonly (number | null)[];
  /** Shares of the variance along the two principal axes, before any turn towards a previous map. */
  readonly explained: readonly [number, number];
  /** λ2/λ3; null where there is no third direction. */
  readonly separation: number | null;
  readonly cautions: readonly Caution[];
  /** How the axes were turned towards the previous map; no turn where there was none. */
  readonly turn: Turn;
  readonly groups: Groups;
  readonly measures: Measures;
};

/** Groups, or why none are named, with the figures for it (null where it did not come to figures). */
export type Groups =
  | { readonly found: true; readonly figures: GroupFigures; readonly members: readonly (readonly Id[])[] }
  | {
      readonly found: false;
      readonly reason: "tooFew" | "noDifferences" | "asInChance" | "notStable";
      readonly figures: GroupFigures | null;
    };

export type Measures = {
  /** Van der Eijk's A per column, −1 to 1; null where nobody answered. */
  readonly agreement: readonly (number | null)[];
  /** Tastle and Wierman's consensus per column, 0 to 1; null where nobody answered. */
  readonly consensus: readonly (number | null)[];
  /** Krippendorff's ordinal α of the whole set. */
  readonly alpha: number | null;
};
