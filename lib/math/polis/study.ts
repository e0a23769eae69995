import type { ComponentOptions } from "../components";
import type { StanceMatrix } from "../matrix";
import type { Run } from "../progress";
import { describeConsultation } from "./consultation";
import type { Representative } from "./representative";
import type { VoteCounts } from "./votes";

/** Agrees, disagrees and passes. */
export type VoteTally = readonly [agrees: number, disagrees: number, passes: number];

/** What a page tells of a consultation: of statements and groups, and of participants only as clusters. */
export type StudyFindings = {
  readonly participants: number;
  /** Who is in a group. */
  readonly grouped: number;
  /** Who voted enough, and stands in a cluster of fewer than five: in no group. */
  readonly apart: number;
  /** Shares of the spread that the two directions hold. */
  readonly explained: readonly number[];
  readonly groups: readonly { readonly size: number; readonly representative: readonly Representative[] }[];
  /** Clusters of participants who voted alike, up to a hundred in groups; the group by number, −1 for who stands apart. */
  readonly marks: readonly { readonly x: number; readonly y: number; readonly size: number; readonly group: number }[];
  /** Numbers of statements. */
  readonly consensus: { readonly agree: readonly number[]; readonly disagree: readonly number[] };
  readonly statements: readonly {
    readonly all: VoteTally;
    readonly byGroup: readonly VoteTally[];
    /** How far all groups agree at once, from 0 to 1. */
    readonly together: number;
    readonly extremity: number;
    /** Where agreement with it pulls. */
    readonly x: number;
    readonly y: number;
  }[];
};

type StudyOptions = {
  /** Per statement, in the order of the columns. */
  readonly moderatedOut?: readonly boolean[];
  readonly run?: Run;
  readonly gather?: ComponentOptions["gather"];
};

/** @throws {Cancelled} */
export function describeStudy(matrix: StanceMatrix, options: StudyOptions = {}): StudyFindings {
  const found = describeConsultation(matrix, options);
  const { map, counts, base } = found;
  const sizes = counts.map(() => 0);
  for (const group of found.groupOf) if (group >= 0) sizes[group] = (sizes[group] ?? 0) + 1;
  return {
    participants: matrix.rows,
    grouped: sizes.reduce((sum, size) => sum + size, 0),
    apart: [...base.sizes].reduce((sum, size, at) => sum + (base.groupOf[at] === -1 ? size : 0), 0),
    explained: map.components.explained,
    groups: sizes.map((size, group) => ({ size, representative: found.representative[group] ?? [] })),
    marks: [...base.sizes].map((size, at) => ({
      x: base.centres.xs[at] as number,
      y: base.centres.ys[at] as number,
      size,
      group: base.groupOf[at] as number,
    })),
    consensus: found.consensus,
    statements: Array.from({ length: matrix.columns }, (_, at) => ({
      all: tallyOf(found.everybody, at),
      byGroup: counts.map((it) => tallyOf(it, at)),
      together: found.groupInformedConsensus[at] as number,
      extremity: map.extremity[at] as number,
      x: map.statements.xs[at] as number,
      y: map.statements.ys[at] as number,
    })),
  };
}

function tallyOf({ agrees, disagrees, seen }: VoteCounts, at: number): VoteTally {
  const [agreed, disagreed, of] = [agrees[at] as number, disagrees[at] as number, seen[at] as number];
  return [agreed, disagreed, of - agreed - disagreed];
}
