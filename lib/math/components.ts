import { type ColumnFacts, countCodes, describeColumns } from "./code-counts";
import { findLargest, type Operator, type Pairs } from "./lanczos";
import type { StanceMatrix } from "./matrix";
import { gatherBlock } from "./product";
import { type Run, reportProgress } from "./progress";
import { type Random, seededRandom } from "./random";
import { scaled } from "./vector";

/** Two directions in which the voices differ most, and how much of their differences those explain. */
export type Components = {
  readonly facts: ColumnFacts;
  /** Per code what a stance with it deviates from the mean of its column, times the weight of the column. */
  readonly deviations: Float64Array;
  /** Two unit vectors over the columns; all zeros where the voices do not differ in a second (or any) direction. */
  readonly vectors: readonly [Float64Array, Float64Array];
  /** Variances along them and along the third, in sums of squares. */
  readonly values: readonly [number, number, number];
  /** Shares of the whole variance, from 0 to 1. */
  readonly explained: readonly [number, number];
  readonly steps: number;
  readonly converged: boolean;
};

export type ComponentOptions = {
  /** Per column what its deviations are multiplied with; 0 leaves it out. All 1 unless given. */
  readonly weights?: Float64Array;
  /** Largest residual, as a share of the largest eigenvalue. 1e-12 unless given. */
  readonly tolerance?: number;
  readonly random?: Random;
  readonly run?: Run;
  /** Adds XᵀX over all blocks into `gathered`; one thread after the other unless given. */
  readonly gather?: (matrix: StanceMatrix, table: Float64Array, gathered: Float64Array) => void;
  /** Whether to look for a second direction as strong as the first two, which one start alone never meets. */
  readonly thorough?: boolean;
  readonly counts?: Int32Array;
};

const gatherAll = ({ blocks }: StanceMatrix, table: Float64Array, gathered: Float64Array) => {
  for (const block of blocks) gatherBlock(block, table, gathered);
};

/**
 * Principal components of the matrix, centred by column, with missing cells at the mean of their column: the centred
 * matrix is exactly zero there, so that only stances given are ever touched and nothing is filled in.
 *
 * @returns signs such that the loading of largest size is positive (the first of equal ones)
 * @source agreement.md § 2; the implicit centring is that of Polis (polis-math.md, steps 3 and 4)
 */
export function findComponents(matrix: StanceMatrix, options: ComponentOptions = {}): Components {
  const { tolerance = 1e-12, random = seededRandom(1), run, gather = gatherAll, thorough = true } = options;
  const facts = describeColumns(options.counts ?? countCodes(matrix), matrix.levels);
  const deviations = toDeviations(matrix, facts, options.weights);
  let products = 0;
  const apply = (vector: Float64Array) => {
    reportProgress(run, "map", 1 - 0.95 ** products++);
    return multiply(matrix, deviations, vector, gather);
  };
  const total = addSpreads(facts, options.weights);
  const pairs = total > 0 ? find({ size: matrix.columns, apply }, { tolerance, random, thorough }) : nothing;
  const [one = 0, two = 0] = pairs.values.map((value) => (value > 1e-12 * total ? value : 0));
  const empty: Float64Array = new Float64Array(matrix.columns);
  const toAxis = (value: number, vector = empty): Float64Array =>
    value > 0 ? turnUp(vector).map((loading, at) => (variesIn(facts, at, options.weights) ? loading : 0)) : empty;
  return {
    facts,
    deviations,
    vectors: [toAxis(one, pairs.vectors[0]), toAxis(two, pairs.vectors[1])],
    values: [one, two, pairs.next > 1e-12 * total ? pairs.next : 0],
    explained: total > 0 ? [one / total, two / total] : [0, 0],
    steps: pairs.steps,
    converged: pairs.converged,
  };
}

const nothing: Pairs = { values: [], vectors: [], next: 0, steps: 0, converged: true };

type How = { tolerance: number; random: Random; thorough: boolean };

/** Eigenvalues that are exactly equal hide behind each other from one start; a second start beside what was found meets them. */
function find(operator: Operator, { tolerance, random, thorough }: How): Pairs {
  let found = findLargest(operator, { count: 2, tolerance, random });
  if (!thorough) return found;
  const beside = findLargest(operator, { count: 1, tolerance: 1e-3, random, besides: found.vectors, mostSteps: 12 });
  const hidden = beside.values[0] ?? 0;
  if (hidden <= (found.values[1] ?? 0) * (1 + 1e-9)) return { ...found, next: Math.max(found.next, hidden) };
  const first = found.vectors.slice(0, 1);
  const second = findLargest(operator, { count: 1, tolerance, random, besides: first });
  found = {
    values: [found.values[0] ?? 0, second.values[0] ?? 0],
    vectors: [...first, ...second.vectors],
    next: Math.max(found.values[1] ?? 0, second.next),
    steps: found.steps + second.steps,
    converged: found.converged && second.converged,
  };
  return found;
}

function toDeviations({ columns, levels }: StanceMatrix, { means }: ColumnFacts, weights?: Float64Array): Float64Array {
  const deviations = new Float64Array(columns * levels.length);
  for (let column = 0; column < columns; column++) {
    const weight = weights ? (weights[column] as number) : 1;
    for (let place = 0; place < levels.length; place++)
      deviations[column * levels.length + place] = ((levels[place] as number) - (means[column] as number)) * weight;
  }
  return deviations;
}

/** Where all say the same nothing is loaded; what is left there is rounding. */
const variesIn = ({ spreads }: ColumnFacts, column: number, weights?: Float64Array) =>
  (spreads[column] as number) > 0 && weights?.[column] !== 0;

const addSpreads = ({ spreads }: ColumnFacts, weights?: Float64Array) =>
  spreads.reduce((sum, spread, column) => sum + spread * (weights?.[column] ?? 1) ** 2, 0);

function multiply(
  matrix: StanceMatrix,
  deviations: Float64Array,
  vector: Float64Array,
  gather: NonNullable<ComponentOptions["gather"]>,
): Float64Array {
  const width = matrix.levels.length;
  const table = spread(deviations, vector, width);
  const gathered = new Float64Array(table.length);
  gather(matrix, table, gathered);
  const product = new Float64Array(matrix.columns);
  for (let column = 0, code = 0; column < product.length; column++) {
    let sum = 0;
    for (let place = 0; place < width; place++, code++)
      sum += (deviations[code] as number) * (gathered[code] as number);
    product[column] = sum;
  }
  return product;
}

/** Per code its deviation times the entry of its column. */
export function spread(deviations: Float64Array, vector: Float64Array, width: number): Float64Array {
  const table = new Float64Array(deviations.length);
  for (let column = 0, code = 0; column < vector.length; column++) {
    const value = vector[column] as number;
    for (let place = 0; place < width; place++, code++) table[code] = (deviations[code] as number) * value;
  }
  return table;
}

/** Of two entries of one size but for rounding, the first counts: otherwise the sign would hang on the last bit. */
function turnUp(vector: Float64Array): Float64Array {
  let largest = 0;
  for (const value of vector) if (Math.abs(value) > Math.abs(largest) * (1 + 1e-9)) largest = value;
  return largest < 0 ? scaled(vector, -1) : vector;
}
