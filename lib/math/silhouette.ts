import type { PlanePoints } from "./row-projection";

/** Distances between all pairs of points, row by row; n² numbers. */
export function measureDistances({ xs, ys }: PlanePoints): Float64Array {
  const count = xs.length;
  const all = new Float64Array(count * count);
  for (let one = 0; one < count; one++) {
    for (let other = one + 1; other < count; other++) {
      const dx = (xs[one] as number) - (xs[other] as number);
      const dy = (ys[one] as number) - (ys[other] as number);
      const distance = Math.sqrt(dx * dx + dy * dy);
      all[one * count + other] = distance;
      all[other * count + one] = distance;
    }
  }
  return all;
}

/**
 * Mean silhouette width, from −1 to 1: how much nearer points are to their own cluster than to the next. A point alone in
 * its cluster counts 0.
 *
 * @param distances as of `measureDistances`
 * @param k number of clusters; 0 is returned for fewer than two with points in them
 * @param weights how many voices stand at each point, all 1 unless given. The mean counts every voice, and so does the
 * distance to a cluster; `null` counts points alone, as Polis does with its base clusters
 * @source Rousseeuw, Journal of Computational and Applied Mathematics 20 (1987) 53–65
 */
export function meanSilhouette(
  distances: Float64Array,
  labels: Int32Array,
  k: number,
  weights: Float64Array | null = null,
): number {
  const count = labels.length;
  const sizes = new Float64Array(k);
  const weightOf = (point: number) => (weights ? (weights[point] as number) : 1);
  for (let point = 0; point < count; point++) {
    const c = labels[point] as number;
    sizes[c] = (sizes[c] as number) + weightOf(point);
  }
  if (sizes.filter((size) => size > 0).length < 2) return 0;
  const sums = new Float64Array(k);
  let total = 0;
  let all = 0;
  for (let point = 0; point < count; point++) {
    sums.fill(0);
    addDistances(distances, point * count, labels, weights, sums);
    const weight = weightOf(point);
    all += weight;
    total += weight * widthOf(sums, sizes, labels[point] as number);
  }
  return all > 0 ? total / all : 0;
}

function addDistances(
  distances: Float64Array,
  from: number,
  labels: Int32Array,
  weights: Float64Array | null,
  sums: Float64Array,
) {
  if (weights) {
    for (let other = 0; other < labels.length; other++) {
      const c = labels[other] as number;
      sums[c] = (sums[c] as number) + (distances[from + other] as number) * (weights[other] as number);
    }
    return;
  }
  for (let other = 0; other < labels.length; other++) {
    const c = labels[other] as number;
    sums[c] = (sums[c] as number) + (distances[from + other] as number);
  }
}

function widthOf(sums: Float64Array, sizes: Float64Array, own: number): number {
  const company = (sizes[own] as number) - 1;
  if (company <= 0) return 0;
  const inside = (sums[own] as number) / company;
  let outside = Number.POSITIVE_INFINITY;
  for (let c = 0; c < sums.length; c++) {
    const size = sizes[c] as number;
    if (c !== own && size > 0) outside = Math.min(outside, (sums[c] as number) / size);
  }
  const larger = Math.max(inside, outside);
  return larger > 0 ? (outside - inside) / larger : 0;
}
