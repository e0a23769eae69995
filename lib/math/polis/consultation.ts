import { countCodes } from "../code-counts";
import type { ComponentOptions } from "../components";
import type { StanceMatrix } from "../matrix";
import { type Run, reportProgress } from "../progress";
import { type Consensus, findConsensus, measureGroupConsensus } from "./consensus";
import { mapVotes, type OpinionMap } from "./map";
import { findGroupsOf, type GroupsFound } from "./opinion-groups";
import { findRepresentative, type Representative } from "./representative";
import { describeGroups } from "./statistics";
import { chooseVoters } from "./voters";
import { countVotesByGroup, toVoteCounts, type VoteCounts } from "./votes";

/** What a consultation says, rows and columns in the order given. */
export type Consultation = {
  readonly map: OpinionMap;
  readonly groups: number;
  /** Per participant the group from 0 on, −1 for who voted too little or stands apart with fewer than five. */
  readonly groupOf: Int32Array;
  /** Mean silhouette of the groups found; null where they were given. */
  readonly silhouette: number | null;
  /** Clusters of participants near each other, each with its group; none where groups were given. */
  readonly base: GroupsFound["base"];
  readonly everybody: VoteCounts;
  /** Votes of each group. */
  readonly counts: readonly VoteCounts[];
  readonly consensus: Consensus;
  readonly representative: readonly (readonly Representative[])[];
  readonly groupInformedConsensus: Float64Array;
};

export type ConsultationOptions = {
  /** Per statement whether it was moderated out; none unless given. */
  readonly moderatedOut?: readonly boolean[];
  /** Groups to describe instead of finding any: per participant a number from 0 on, or −1. */
  readonly groupOf?: Int32Array;
  readonly run?: Run;
  readonly gather?: ComponentOptions["gather"] | undefined;
};

/**
 * The whole of Polis for votes as they stand now: map, base clusters, groups, what each group stands for, what all agree on.
 *
 * @param matrix levels as of `voteLevels`; rows in the order of the participants' ids, so that ties fall the same way
 * whatever order they came in
 * @throws {Cancelled}
 * @source polis-math.md
 */
export function describeConsultation(matrix: StanceMatrix, options: ConsultationOptions = {}): Consultation {
  const { run, gather } = options;
  const statements = matrix.columns;
  const moderatedOut = options.moderatedOut ?? new Array<boolean>(statements).fill(false);
  const codes = countCodes(matrix);
  const map = mapVotes(matrix, moderatedOut, { counts: codes, ...(run && { run }), ...(gather && { gather }) });
  reportProgress(run, "groups", 0);
  const found = options.groupOf ? null : findGroupsOf(map.points, chooseVoters(map.votes, statements));
  const groupOf = options.groupOf ?? found?.groupOf ?? new Int32Array(matrix.rows).fill(-1);
  const groups = found?.k ?? 1 + groupOf.reduce((most, group) => Math.max(most, group), -1);
  reportProgress(run, "statistics", 0);
  const everybody = toVoteCounts(codes);
  const counts = countVotesByGroup(matrix, groupOf, groups);
  const statistics = describeGroups(counts, statements);
  return {
    map,
    groups,
    groupOf,
    silhouette: found?.silhouette ?? null,
    base: found?.base ?? noBase,
    everybody,
    counts,
    consensus: findConsensus(everybody, moderatedOut),
    representative: statistics.map((it) => findRepresentative(it, moderatedOut)),
    groupInformedConsensus: measureGroupConsensus(counts, statements),
  };
}

const noBase: Consultation["base"] = {
  centres: { xs: new Float64Array(0), ys: new Float64Array(0) },
  sizes: new Float64Array(0),
  groupOf: new Int32Array(0),
};
