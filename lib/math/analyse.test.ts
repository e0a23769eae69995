import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { analyse } from "./analyse";
import type { Stances } from "./analysis";
import { Cancelled } from "./progress";
import { seededRandom } from "./random";

type Make = {
  rows: number;
  columns: number;
  stanceOf: (row: number, column: number, random: () => number) => number | null;
};

function makeStances({ rows, columns, stanceOf }: Make, seed = 1): Stances {
  const random = seededRandom(seed);
  return {
    rows: Array.from({ length: rows }, (_, at) => `organization-${at}`),
    columns: Array.from({ length: columns }, (_, at) => at),
    values: Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => stanceOf(row, column, random)),
    ),
  };
}

/** Two halves of the voices that agree on half of the propositions, and not on the others. */
const planted = {
  rows: 24,
  columns: 30,
  stanceOf: (row: number, column: number, random: () => number) => {
    const mine = column % 2 === 0 || row % 2 === 0 ? 1 : -1;
    return random() < 0.15 ? null : random() < 0.1 ? -mine : mine;
  },
};
const noise = {
  rows: 24,
  columns: 30,
  stanceOf: (_row: number, _column: number, random: () => number) => [1, 0.5, 0, -1][Math.floor(random() * 4)] ?? 0,
};

test("planted groups are found, with the figures for it", () => {
  const { groups, points } = analyse(makeStances(planted));
  expect(groups.found).toBe(true);
  if (!groups.found) return;
  expect(groups.figures.k).toBe(2);
  expect(groups.figures.p).toBeLessThan(0.05);
  expect(groups.figures.stability).toBeGreaterThanOrEqual(0.8);
  const groupOf = new Map(points.map(({ id, group }) => [id, group]));
  for (const members of groups.members) expect(new Set(members.map((id) => groupOf.get(id))).size).toBe(1);
  expect(new Set(groups.members[0]?.map((id) => Number(String(id).split("-")[1]) % 2)).size).toBe(1);
});

test("in pure noise no groups are claimed", () => {
  for (let seed = 0; seed < 20; seed++) {
    const { groups, points } = analyse(makeStances(noise, seed), { shuffles: 60, resamples: 20 });
    expect(groups.found).toBe(false);
    expect(points.every(({ group }) => group === null)).toBe(true);
  }
});

test("the same answer, to the byte, in ten runs", () => {
  const all = Array.from({ length: 10 }, () =>
    JSON.stringify(analyse(makeStances(planted), { shuffles: 40, resamples: 20 })),
  );
  expect(new Set(all).size).toBe(1);
});

const shuffledIndexes = (count: number, random: () => number) => {
  const keys = Array.from({ length: count }, () => random());
  return [...keys.keys()].sort((one, other) => (keys[one] ?? 0) - (keys[other] ?? 0));
};

function permute({ rows, columns, values }: Stances, seed: number): Stances {
  const random = seededRandom(seed);
  const [down, across] = [shuffledIndexes(rows.length, random), shuffledIndexes(columns.length, random)];
  return {
    rows: down.map((at) => rows[at] ?? ""),
    columns: across.map((at) => columns[at] ?? ""),
    values: down.map((row) => across.map((column) => values[row]?.[column] ?? null)),
  };
}

test("the order in which organizations and propositions come changes nothing", () => {
  const sorted = (stances: Stances) => {
    const { points, loadings, measures, ...others } = analyse(stances, { shuffles: 40, resamples: 20 });
    const by = (one: { id: unknown }, other: { id: unknown }) => (String(one.id) < String(other.id) ? -1 : 1);
    const { alpha } = measures;
    return JSON.stringify([points.toSorted(by), loadings.toSorted(by), alpha, others.groups, others.explained]);
  };
  const expected = sorted(makeStances(planted));
  for (let seed = 0; seed < 20; seed++) expect(sorted(permute(makeStances(planted), seed))).toBe(expected);
});

test("without ids to go by the map is the same but for the last digits, and the groups are the same", () => {
  const unnamed = (stances: Stances): Stances => ({
    ...stances,
    rows: [...stances.rows.keys()],
    columns: [...stances.columns.keys()],
  });
  const given = analyse(makeStances(planted), { shuffles: 40, resamples: 20 });
  for (let seed = 0; seed < 20; seed++) {
    const moved = permute(makeStances(planted), seed);
    const found = analyse(unnamed(moved), { shuffles: 40, resamples: 20 });
    for (const [at, { x, y, group }] of found.points.entries()) {
      const before = given.points.find(({ id }) => id === moved.rows[at]);
      expect(Math.abs(x - (before?.x ?? 9))).toBeLessThan(1e-9);
      expect(Math.abs(y - (before?.y ?? 9))).toBeLessThan(1e-9);
      expect(group).toBe(before?.group);
    }
  }
});

test("a map turns towards the one before, and says how", () => {
  const before = analyse(makeStances(planted), { shuffles: 1, resamples: 1 });
  const previous = Object.fromEntries(before.points.map(({ id, x, y }) => [id, { x: -y, y: x }]));
  const now = analyse(makeStances(planted), { previous, shuffles: 1, resamples: 1 });
  for (const { id, x, y } of now.points) {
    expect(x).toBeCloseTo(previous[id]?.x ?? 0, 9);
    expect(y).toBeCloseTo(previous[id]?.y ?? 0, 9);
  }
  expect(now.turn).not.toEqual(before.turn);
});

test("nobody, one voice, equal voices, silence and a single proposition are answered and nothing is claimed", () => {
  const always = (value: number | null) => () => value;
  const cases: Make[] = [
    { rows: 0, columns: 0, stanceOf: always(1) },
    { rows: 0, columns: 4, stanceOf: always(1) },
    { rows: 4, columns: 0, stanceOf: always(1) },
    { rows: 1, columns: 9, stanceOf: always(-1) },
    { rows: 12, columns: 9, stanceOf: always(0.5) },
    { rows: 12, columns: 9, stanceOf: always(null) },
    { rows: 12, columns: 1, stanceOf: (row) => (row % 2 === 0 ? 1 : -1) },
  ];
  for (const it of cases) {
    const { groups, points, centre, measures, cautions } = analyse(makeStances(it), { shuffles: 20, resamples: 10 });
    expect(points).toHaveLength(it.rows);
    expect(points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
    expect(centre).toHaveLength(it.columns);
    expect(measures.agreement).toHaveLength(it.columns);
    expect(cautions.length).toBeGreaterThan(0);
    if (it.columns !== 1) expect(groups.found).toBe(false);
  }
});

test("who said too little is faint and in no group", () => {
  const stances = makeStances({
    ...planted,
    rows: 25,
    stanceOf: (row, column, random) => (row === 24 && column > 2 ? null : planted.stanceOf(row, column, random)),
  });
  const last = analyse(stances).points.at(-1);
  expect(last?.faint).toBe(true);
  expect(last?.group).toBeNull();
});

test("nobody waits for what was cancelled", () => {
  let asked = 0;
  const run = { cancelled: () => ++asked > 30 };
  expect(() => analyse(makeStances(planted), { run })).toThrow(Cancelled);
});

test("shares are shares, and groups are partitions, for any stances", () => {
  const cell = fc.constantFrom(1, 0.5, 0, -1, null);
  const row = fc.array(cell, { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 9 }), (values) => {
      const found = analyse(
        { rows: [...values.keys()], columns: [0, 1, 2, 3, 4], values },
        { shuffles: 5, resamples: 3 },
      );
      const [one, two] = found.explained;
      expect(one).toBeGreaterThanOrEqual(two);
      expect(one + two).toBeLessThanOrEqual(1 + 1e-9);
      expect(two).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 50 },
  );
});

test("a value that is not on the scale is refused with its place", () => {
  expect(() => analyse({ rows: ["a"], columns: ["b"], values: [[0.3]] })).toThrow("row 0, column 0: 0.3");
  expect(() => analyse({ rows: ["a"], columns: ["b"], values: [[]] })).toThrow("expected 1 rows of 1 values");
});
