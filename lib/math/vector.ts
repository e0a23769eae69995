/** Inner product of two vectors of equal length. */
export function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] as number) * (other[at] as number);
  return sum;
}

/** Euclidean length. */
export const lengthOf = (vector: Float64Array) => Math.sqrt(dot(vector, vector));

/** Adds `factor` times `other` to `vector`. */
export function addScaled(vector: Float64Array, factor: number, other: Float64Array): void {
  for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] as number) + factor * (other[at] as number);
}

/** A new vector, `factor` times the given one. */
export const scaled = (vector: Float64Array, factor: number) => vector.map((value) => value * factor);

/** Takes from `vector` what lies along each of the orthonormal `others`; twice, as once is not enough in floating point. */
export function makeOrthogonal(vector: Float64Array, others: readonly Float64Array[]): void {
  for (let turn = 0; turn < 2; turn++) for (const other of others) addScaled(vector, -dot(vector, other), other);
}
