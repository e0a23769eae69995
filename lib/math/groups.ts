import { clustererOf } from "./cluster-starts";
import { findComponents } from "./components";
import type { StanceMatrix } from "./matrix";
import { makeShuffled } from "./null-model";
import { type Run, reportProgress } from "./progress";
import { adjustedRandIndex } from "./rand-index";
import { type Random, seededRandom } from "./random";
import { type PlanePoints, project } from "./row-projection";
import { meanSilhouette, measureDistances } from "./silhouette";

/** What a claim of groups must meet. */
export const claim = { chanceBelow: 0.05, stabilityFrom: 0.8, shuffles: 200, resamples: 50, mostGroups: 5 } as const;

/** The figures behind saying that there are groups, or none; null for what was not reached. */
export type GroupFigures = {
  /** The number of groups that fits best: of those that are stable, else of all. */
  readonly k: number;
  /** Mean silhouette width at that number. */
  readonly silhouette: number;
  /** Share of shuffled copies whose best silhouette is as good, counting the given matrix as one of them. */
  readonly p: number;
  /** Mean adjusted Rand index between the groups that resampled propositions give. */
  readonly stability: number;
};

export type Found = {
  readonly why: "found" | "tooFew" | "noDifferences" | "asInChance" | "notStable";
  readonly figures: GroupFigures | null;
  /** Per row its group from 0 on, −1 for rows that answered too little; all −1 unless found. */
  readonly labels: Int32Array;
};

type GroupOptions = {
  readonly seed?: number;
  readonly run?: Run;
  readonly shuffles?: number;
  readonly resamples?: number;
};

/** A matrix with what its map needs, and the rows that answered enough to be grouped. */
type Mapped = {
  readonly matrix: StanceMatrix;
  readonly answers: Int32Array;
  readonly floor: number;
  readonly placed: readonly number[];
};

/** Replicates are many and need no more digits than a partition shows. */
const rough = { tolerance: 1e-3, thorough: false };

/**
 * Groups, only where they are real: better separated than in copies of the matrix with shuffled columns, and the same
 * again when the propositions are resampled. The organizations are all there are; the propositions are a sample of what
 * could have been asked.
 *
 * @param places the map of the matrix
 * @source agreement.md § 2. Fixed limits for the silhouette are useless: shuffled noise scores 0.36–0.51
 */
export function findGroups(mapped: Mapped, places: PlanePoints, options: GroupOptions = {}): Found {
  const { shuffles = claim.shuffles, resamples = claim.resamples, run, seed = 1 } = options;
  const { matrix, placed } = mapped;
  const none = new Int32Array(matrix.rows).fill(-1);
  const most = Math.min(claim.mostGroups, Math.floor(placed.length / 3));
  if (most < 2) return { why: "tooFew", figures: null, labels: none };
  const partitions = findPartitions(pick(places, placed), most);
  if (partitions.length === 0) return { why: "noDifferences", figures: null, labels: none };
  const random = seededRandom(seed);
  const chance = drawFromChance(mapped, most, { times: shuffles, random, run });
  const stabilities = measureStabilities(mapped, partitions.length + 1, { times: resamples, random, run });
  const judged = partitions.map((partition, at) => judge(partition, chance, stabilities[at] ?? 0));
  const best =
    findWidest(judged.filter(({ figures }) => figures.stability >= claim.stabilityFrom)) ?? findWidest(judged);
  if (!best) return { why: "noDifferences", figures: null, labels: none };
  const { figures } = best;
  if (figures.p >= claim.chanceBelow) return { why: "asInChance", figures, labels: none };
  if (figures.stability < claim.stabilityFrom) return { why: "notStable", figures, labels: none };
  const labels = none.slice();
  for (const [at, row] of placed.entries()) labels[row] = best.labels[at] as number;
  return { why: "found", figures, labels };
}

type Judged = { figures: GroupFigures; labels: Int32Array };

/** Against the widest silhouette of each shuffled copy, of whatever number of groups: who may choose, chance may too. */
function judge({ k, silhouette, labels }: Partition, chance: readonly number[], stability: number): Judged {
  const asGood = chance.filter((other) => other >= silhouette - 1e-9).length;
  return { figures: { k, silhouette, p: (1 + asGood) / (1 + chance.length), stability }, labels };
}

const findWidest = (all: readonly Judged[]) =>
  all.reduce<Judged | null>(
    (best, one) => (best && best.figures.silhouette >= one.figures.silhouette - 1e-9 ? best : one),
    null,
  );

const pick = ({ xs, ys }: PlanePoints, rows: readonly number[]): PlanePoints => ({
  xs: Float64Array.from(rows, (row) => xs[row] as number),
  ys: Float64Array.from(rows, (row) => ys[row] as number),
});

type Partition = { k: number; silhouette: number; labels: Int32Array };

/** The best partition into 2, 3, … groups, as far as there are that many different places. */
function findPartitions(points: PlanePoints, most: number): Partition[] {
  const distances = measureDistances(points);
  const clusterInto = clustererOf(points);
  const partitions: Partition[] = [];
  for (let k = 2; k <= most; k++) {
    const { labels, sizes } = clusterInto(k);
    if (sizes.length < k) break;
    partitions.push({ k, silhouette: meanSilhouette(distances, labels, k), labels });
  }
  return partitions;
}

type Draws = { times: number; random: Random; run: Run | undefined };

/** The widest silhouette of each of many shuffled copies. */
function drawFromChance(mapped: Mapped, most: number, { times, random, run }: Draws): number[] {
  const { matrix, shuffle } = makeShuffled(mapped.matrix);
  return Array.from({ length: times }, (_, copy) => {
    reportProgress(run, "chance", copy / times);
    shuffle(random);
    const partitions = findPartitions(map({ ...mapped, matrix }, random), most);
    return Math.max(0, ...partitions.map(({ silhouette }) => silhouette));
  });
}

function map({ matrix, answers, floor, placed }: Mapped, random: Random, weights?: Float64Array): PlanePoints {
  const components = findComponents(matrix, { ...rough, random, ...(weights && { weights }) });
  return pick(project(matrix, components, { answers, of: matrix.columns, floor }), placed);
}

/** For 2, 3, … `most` groups, how alike the partitions of resampled propositions are. */
function measureStabilities(mapped: Mapped, most: number, { times, random, run }: Draws): number[] {
  const maps = Array.from({ length: times }, (_, sample) => {
    reportProgress(run, "stability", sample / times);
    return map(mapped, random, resample(mapped.matrix.columns, random));
  });
  const clusterers = maps.map(clustererOf);
  return Array.from({ length: most - 1 }, (_, at) => meanLikeness(clusterers.map((into) => into(at + 2).labels)));
}

function meanLikeness(partitions: readonly Int32Array[]): number {
  let [sum, pairs] = [0, 0];
  for (const [at, one] of partitions.entries()) {
    for (const other of partitions.slice(at + 1)) {
      sum += adjustedRandIndex(one, other);
      pairs += 1;
    }
  }
  return pairs > 0 ? sum / pairs : 0;
}

/** As many columns again, drawn with replacement: one drawn n times weighs √n, which is what n copies of it would do. */
function resample(columns: number, random: Random): Float64Array {
  const weights = new Float64Array(columns);
  for (let draw = 0; draw < columns; draw++) {
    const column = Math.floor(random() * columns);
    weights[column] = (weights[column] as number) + 1;
  }
  return weights.map(Math.sqrt);
}
