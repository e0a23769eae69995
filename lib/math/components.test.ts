import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { countAnswers } from "./code-counts";
import { findComponents } from "./components";
import { toMatrix } from "./matrix";
import { seededRandom } from "./random";
import { project } from "./row-projection";

type Values = (number | null)[][];
const levels = [-1, 0, 0.5, 1];

const matrices = fc
  .record({ rows: fc.integer({ min: 1, max: 9 }), columns: fc.integer({ min: 1, max: 7 }), seed: fc.integer() })
  .map(({ rows, columns, seed }) => makeValues(rows, columns, seed));

function makeValues(rows: number, columns: number, seed: number): Values {
  const random = seededRandom(seed);
  return Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => [...levels, null][Math.floor(random() * 5)] ?? null),
  );
}

/** The centred matrix written out, with zeros where nothing was said. */
function centre(values: Values): number[][] {
  const columns = values[0]?.length ?? 0;
  const means = Array.from({ length: columns }, (_, column) => {
    const said = values.map((row) => row[column] ?? null).filter((it) => it !== null);
    return said.length > 0 ? said.reduce((sum, it) => sum + it, 0) / said.length : 0;
  });
  return values.map((row) => row.map((it, column) => (it === null ? 0 : it - (means[column] ?? 0))));
}

const columnOf = (rows: number[][], column: number) => rows.map((row) => row[column] ?? 0);
const inner = (one: readonly number[], other: readonly number[]) =>
  one.reduce((sum, it, at) => sum + it * (other[at] ?? 0), 0);

/** Eigenvalues of XᵀX by Jacobi's rotations, largest first: slow, and another way than the one that is tested. */
function eigenvalues(centred: number[][]): number[] {
  const size = centred[0]?.length ?? 0;
  const all = Array.from({ length: size }, (_, at) => columnOf(centred, at));
  for (let turn = 0; turn < 60; turn++) {
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        const [one, other] = [all[p] ?? [], all[q] ?? []];
        const [alpha, beta, gamma] = [inner(one, one), inner(other, other), inner(one, other)];
        if (Math.abs(gamma) < 1e-15) continue;
        const angle = 0.5 * Math.atan2(2 * gamma, alpha - beta);
        const [c, s] = [Math.cos(angle), Math.sin(angle)];
        all[p] = one.map((it, at) => c * it + s * (other[at] ?? 0));
        all[q] = other.map((it, at) => c * it - s * (one[at] ?? 0));
      }
    }
  }
  return all.map((it) => inner(it, it)).sort((one, other) => other - one);
}

test("components are the two strongest eigenvectors of the centred matrix, whatever is missing", () => {
  fc.assert(
    fc.property(matrices, (values) => {
      const centred = centre(values);
      const expected = eigenvalues(centred);
      const { vectors, values: found } = findComponents(toMatrix(values, values[0]?.length ?? 0, levels));
      for (const at of [0, 1] as const) {
        const value = expected[at] ?? 0;
        expect(found[at]).toBeCloseTo(value, 8);
        if (value < 1e-9) continue;
        const vector = [...vectors[at]];
        expect(inner(vector, vector)).toBeCloseTo(1, 10);
        const image = centred.map((row) => inner(row, vector));
        for (const [column, loading] of vector.entries())
          expect(inner(columnOf(centred, column), image)).toBeCloseTo(value * loading, 7);
      }
      expect(inner([...vectors[0]], [...vectors[1]])).toBeCloseTo(0, 9);
    }),
    { numRuns: 200 },
  );
});

test("of two directions that are exactly as strong, both are found", () => {
  const values = [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ];
  for (const share of findComponents(toMatrix(values, 2, [-1, 0, 1])).explained) expect(share).toBeCloseTo(0.5, 12);
  const twice = values.flatMap((row) => [
    [...row, 0, 0],
    [0, 0, ...row],
  ]);
  const { explained } = findComponents(toMatrix(twice, 4, [-1, 0, 1]));
  expect(explained[0]).toBeCloseTo(0.25, 12);
  expect(explained[1]).toBeCloseTo(0.25, 12);
});

test("the loading of largest size is positive", () => {
  fc.assert(
    fc.property(matrices, (values) => {
      const { vectors } = findComponents(toMatrix(values, values[0]?.length ?? 0, levels));
      for (const vector of vectors) {
        const largest = Math.max(...vector.map(Math.abs));
        expect(Math.max(...vector)).toBeGreaterThanOrEqual(largest * (1 - 1e-6));
      }
    }),
  );
});

test("nobody, one voice, equal voices, all missing and a single column are maps too", () => {
  const map = (values: Values, columns: number) => {
    const matrix = toMatrix(values, columns, levels);
    const { xs, ys } = project(matrix, findComponents(matrix), { answers: countAnswers(matrix), of: columns });
    return [[...xs], [...ys]];
  };
  expect(map([], 3)).toEqual([[], []]);
  expect(map([], 0)).toEqual([[], []]);
  expect(map([[1, -1, null]], 3)).toEqual([[0], [0]]);
  expect(
    map(
      [
        [1, -1],
        [1, -1],
      ],
      2,
    ),
  ).toEqual([
    [0, 0],
    [0, 0],
  ]);
  expect(
    map(
      [
        [null, null],
        [null, null],
      ],
      2,
    ),
  ).toEqual([
    [0, 0],
    [0, 0],
  ]);
  expect(map([[1], [-1], [null]], 1)).toEqual([
    [1, -1, 0],
    [0, 0, 0],
  ]);
});

test("who answered little is not thrown to the rim", () => {
  const values = makeValues(30, 40, 3);
  for (const [row, voice] of values.entries()) if (row > 0) for (let at = 0; at < 40; at++) voice[at] ??= 0;
  const strongest = [...values].sort((one, other) => (other[0] ?? 0) - (one[0] ?? 0));
  strongest.push(Array.from({ length: 40 }, (_, at) => (at === 0 ? -1 : null)));
  const matrix = toMatrix(strongest, 40, levels);
  const answers = countAnswers(matrix);
  const { xs, ys } = project(matrix, findComponents(matrix), { answers, of: 40, floor: 7 });
  const radii = [...xs].map((x, at) => Math.hypot(x, ys[at] ?? 0));
  expect(radii.at(-1)).toBeLessThan(radii.slice(0, -1).sort((one, other) => one - other)[15] ?? 0);
});
