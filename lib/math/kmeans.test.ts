import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { clusterBest } from "./cluster-starts";
import { cluster } from "./kmeans";
import { adjustedRandIndex } from "./rand-index";
import { seededRandom } from "./random";
import type { PlanePoints } from "./row-projection";
import { meanSilhouette, measureDistances } from "./silhouette";

const toPoints = (points: readonly (readonly [number, number])[]): PlanePoints => ({
  xs: Float64Array.from(points, ([x]) => x),
  ys: Float64Array.from(points, ([, y]) => y),
});

/** Lloyd's algorithm as it is told: every point to its nearest centre, every centre to the middle of its points. */
function lloyd(points: PlanePoints, start: PlanePoints, weights: readonly number[]) {
  const [cx, cy] = [[...start.xs], [...start.ys]];
  let labels: number[] = [];
  for (let turn = 0; turn < 300; turn++) {
    const next = [...points.xs].map((x, at) => {
      const gaps = cx.map((c, k) => (x - c) ** 2 + ((points.ys[at] ?? 0) - (cy[k] ?? 0)) ** 2);
      return gaps.indexOf(Math.min(...gaps));
    });
    for (const k of cx.keys()) {
      const own = next.flatMap((label, at) => (label === k ? [at] : []));
      const size = own.reduce((sum, at) => sum + (weights[at] ?? 0), 0);
      if (size === 0) continue;
      cx[k] = own.reduce((sum, at) => sum + (weights[at] ?? 0) * (points.xs[at] ?? 0), 0) / size;
      cy[k] = own.reduce((sum, at) => sum + (weights[at] ?? 0) * (points.ys[at] ?? 0), 0) / size;
    }
    if (next.join() === labels.join()) break;
    labels = next;
  }
  return { labels, cx, cy };
}

// Few whole numbers, so that points coincide and distances tie.
const point = fc.tuple(fc.integer({ min: -4, max: 4 }), fc.integer({ min: -4, max: 4 }));

test("bounds spare work and change nothing: the clusters are Lloyd's, ties and weights included", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(point, fc.integer({ min: 1, max: 4 })), { minLength: 2, maxLength: 40 }),
      fc.integer({ min: 1, max: 6 }),
      (weighted, k) => {
        const points = toPoints(weighted.map(([it]) => it));
        const weights = weighted.map(([, weight]) => weight);
        const start = toPoints(weighted.slice(0, k).map(([it]) => it));
        const expected = lloyd(points, start, weights);
        const found = cluster(points, start, { weights: Float64Array.from(weights) });
        expect([...found.labels]).toEqual(expected.labels);
        for (const [at, x] of expected.cx.entries()) expect(found.centres.xs[at]).toBeCloseTo(x, 10);
      },
    ),
    { numRuns: 300 },
  );
});

test("planted clusters are found, and do not depend on the order of the points", () => {
  const random = seededRandom(4);
  const planted = Array.from({ length: 90 }, (_, at) => at % 3);
  const middles = [
    [-5, 0],
    [5, 1],
    [0, 8],
  ] as const;
  const points = planted.map((group) => {
    const [x, y] = middles[group] ?? [0, 0];
    return [x + random(), y + random()] as [number, number];
  });
  const labels = clusterBest(toPoints(points), 3).labels;
  expect(adjustedRandIndex(labels, planted)).toBe(1);
  const turned = clusterBest(toPoints(points.toReversed()), 3).labels;
  expect([...turned].reverse()).toEqual([...labels]);
});

test("the silhouette is Rousseeuw's, point by point", () => {
  const points = toPoints([
    [0, 0],
    [0, 2],
    [6, 0],
    [9, 9],
  ]);
  const labels = Int32Array.from([0, 0, 1, 2]);
  const to = (a: number, b: number) =>
    Math.hypot((points.xs[a] ?? 0) - (points.xs[b] ?? 0), (points.ys[a] ?? 0) - (points.ys[b] ?? 0));
  const expected = ((to(0, 2) - 2) / to(0, 2) + (to(1, 2) - 2) / to(1, 2)) / 4;
  expect(meanSilhouette(measureDistances(points), labels, 3)).toBeCloseTo(expected, 12);
});

test("a point that stands for several counts as several", () => {
  const one = toPoints([
    [0, 0],
    [0, 2],
    [6, 0],
    [6, 3],
  ]);
  const labels = [0, 0, 1, 1];
  const weights = [3, 1, 2, 1];
  const several = toPoints([
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 2],
    [6, 0],
    [6, 0],
    [6, 3],
  ]);
  const expected = meanSilhouette(measureDistances(several), Int32Array.from([0, 0, 0, 0, 1, 1, 1]), 2);
  const found = meanSilhouette(measureDistances(one), Int32Array.from(labels), 2, Float64Array.from(weights));
  expect(found).toBeCloseTo(expected, 12);
});

test("the adjusted Rand index is 1 for the same partition, about 0 by chance, and as in Hubert and Arabie's example", () => {
  expect(adjustedRandIndex([0, 0, 1, 1], [5, 5, 2, 2])).toBe(1);
  expect(adjustedRandIndex([0, 0, 1, 2], [0, 0, 1, 1])).toBeCloseTo(0.571428571, 8);
  expect(adjustedRandIndex([0, 1, 0, 1, -1], [0, 0, 1, 1, 3])).toBeCloseTo(-0.5, 12);
  expect(adjustedRandIndex([], [])).toBe(1);
});
