import { type Random, randomVector } from "./random";
import { solveTridiagonal } from "./tridiagonal";
import { addScaled, dot, lengthOf, makeOrthogonal, scaled } from "./vector";

/** A symmetric, positive semidefinite matrix that is known by what it makes of a vector. `apply` returns a new vector. */
export type Operator = { readonly size: number; readonly apply: (vector: Float64Array) => Float64Array };

export type Pairs = {
  /** Largest first. */
  readonly values: number[];
  /** Orthonormal, of length `size`. */
  readonly vectors: Float64Array[];
  /** The largest value that is not among them, as far as was seen; 0 where there is none. A lower bound. */
  readonly next: number;
  readonly steps: number;
  /** False where the limit of steps came first. */
  readonly converged: boolean;
};

type Options = {
  readonly count: number;
  /** Largest residual ‖A·u − λ·u‖, as a share of the largest eigenvalue. */
  readonly tolerance: number;
  readonly random: Random;
  /** Orthonormal vectors to stay clear of. */
  readonly besides?: readonly Float64Array[];
  readonly mostSteps?: number;
  /** Where to start, if something is known of the answer. */
  readonly start?: Float64Array;
};

/**
 * The largest eigenpairs by Lanczos with full reorthogonalization: as many products as the gap asks for, and not a
 * hundred. The error of a vector is about its residual divided by the gap to the next value.
 *
 * @source Golub, Van Loan, Matrix Computations (4th ed.) § 10.1–10.3
 */
export function findLargest(operator: Operator, options: Options): Pairs {
  const { count, tolerance, random, besides = [], start } = options;
  const most = Math.min(operator.size - besides.length, options.mostSteps ?? 400);
  const basis: Float64Array[] = [];
  const diagonal: number[] = [];
  const beside: number[] = [];
  let next = begin(start ?? randomVector(operator.size, random), besides);
  let converged = most <= 0;
  let scale = 0;
  while (next && basis.length < most) {
    const vector = next;
    basis.push(vector);
    const image = operator.apply(vector);
    const along = dot(image, vector);
    diagonal.push(along);
    scale = Math.max(scale, Math.abs(along));
    makeOrthogonal(image, besides);
    makeOrthogonal(image, basis);
    const left = lengthOf(image);
    if (left > 1e-14 * scale) {
      beside.push(left);
      if (isTimeToCheck(basis.length, count) && areClose(diagonal, beside, left, count, tolerance)) converged = true;
      next = converged ? null : scaled(image, 1 / left);
    } else {
      // What can be reached from here is exhausted: the rest of the space is entered somewhere else.
      beside.push(0);
      next = begin(randomVector(operator.size, random), [...besides, ...basis]);
    }
  }
  return toPairs(basis, diagonal, beside, count, converged || next === null || basis.length >= operator.size);
}

const isTimeToCheck = (steps: number, count: number) => steps > count + 2 && steps % 2 === 0;

function begin(vector: Float64Array, others: readonly Float64Array[]): Float64Array | null {
  const before = lengthOf(vector);
  makeOrthogonal(vector, others);
  const left = lengthOf(vector);
  return left > 1e-10 * before ? scaled(vector, 1 / left) : null;
}

const indexesByValue = (values: Float64Array) =>
  [...values.keys()].sort((one, other) => (values[other] as number) - (values[one] as number) || one - other);

function areClose(diagonal: number[], beside: number[], left: number, count: number, tolerance: number): boolean {
  const { values, vectors } = solveTridiagonal(diagonal, beside, "last");
  const places = indexesByValue(values);
  const largest = Math.abs(values[places[0] as number] as number);
  return places.slice(0, count).every((place) => left * Math.abs(vectors[0]?.[place] as number) <= tolerance * largest);
}

function toPairs(
  basis: Float64Array[],
  diagonal: number[],
  beside: number[],
  count: number,
  converged: boolean,
): Pairs {
  const { values, vectors } = solveTridiagonal(diagonal, beside, "all");
  const places = indexesByValue(values);
  const kept = places.slice(0, count);
  return {
    values: kept.map((place) => Math.max(0, values[place] as number)),
    vectors: kept.map((place) => combine(basis, vectors, place)),
    next: Math.max(0, values[places[count] ?? -1] ?? 0),
    steps: basis.length,
    converged,
  };
}

function combine(basis: Float64Array[], vectors: Float64Array[], place: number): Float64Array {
  const sum = new Float64Array(basis[0]?.length ?? 0);
  for (const [row, vector] of basis.entries()) addScaled(sum, vectors[row]?.[place] as number, vector);
  return scaled(sum, 1 / lengthOf(sum));
}
