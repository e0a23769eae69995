import { expect, test } from "vitest";
import { makePairedGather } from "../gather-pair";
import { MatrixBuilder, type StanceMatrix } from "../matrix";
import { seededRandom } from "../random";
import { orderById } from "../reorder";
import { findBaseClusters } from "./base-clusters";
import { findConsensus, measureGroupConsensus } from "./consensus";
import { describeConsultation } from "./consultation";
import { findOpinionGroups } from "./group-clusters";
import { mapVotes } from "./map";
import { smallestGroup } from "./opinion-groups";
import { describeStandings } from "./participants";
import { rankForRouting } from "./priority";
import { reportConsultation } from "./report";
import { describeGroups } from "./statistics";
import { chooseVoters } from "./voters";
import { toVoteCounts, voteLevels } from "./votes";

type Vote = (row: number, column: number, random: () => number) => number | null;

function makeVotes(rows: number, columns: number, vote: Vote, seed = 1): StanceMatrix {
  const random = seededRandom(seed);
  const builder = new MatrixBuilder(columns, voteLevels);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const value = vote(row, column, random);
      if (value !== null) builder.add(column, value + 1);
    }
    builder.endRow();
  }
  return builder.finish();
}

/** Three minds, told apart by thirds of the statements. */
const planted: Vote = (row, column, random) => {
  if (random() < 0.4) return null;
  if (random() < 0.1) return 0;
  return row % 3 === column % 3 ? 1 : -1;
};

test("planted groups are found, and each is told by the statements that were planted for it", () => {
  const found = describeConsultation(makeVotes(120, 30, planted));
  expect(found.groups).toBe(3);
  for (let group = 0; group < 3; group++) {
    const minds = new Set(
      [...found.groupOf.keys()].filter((row) => found.groupOf[row] === group).map((row) => row % 3),
    );
    expect(minds.size).toBe(1);
    const [mind] = minds;
    const agreed = (found.representative[group] ?? []).filter(({ side }) => side === "agree");
    expect(agreed.length).toBeGreaterThan(0);
    for (const { statement } of agreed) expect(statement % 3).toBe(mind);
  }
});

/** Two minds that differ on four statements, and one voice that contradicts everybody on all others. */
const withOutlier: Vote = (row, column) => {
  if (column < 26) return (column % 2 === 0) === (row !== 12) ? 1 : -1;
  return row === 12 ? 0 : row % 2 === column % 2 ? 1 : -1;
};

test("one far-out voice is in no group, and hides the groups of all others as little as it joins them", () => {
  const matrix = makeVotes(13, 30, withOutlier);
  // Without setting it aside it is one group, and everybody else is the other.
  const { points } = mapVotes(matrix, new Array<boolean>(30).fill(false));
  const { k, labels } = findOpinionGroups(findBaseClusters(points));
  expect([k, [...labels].filter((it) => it === labels[2]).length]).toEqual([2, 1]);
  const { groups, groupOf, base } = describeConsultation(matrix);
  expect([groups, groupOf[12]]).toEqual([2, -1]);
  for (const group of [0, 1]) {
    const minds = new Set([...groupOf.keys()].filter((row) => groupOf[row] === group).map((row) => row % 2));
    expect(minds.size).toBe(1);
  }
  expect([...base.sizes].filter((_, at) => base.groupOf[at] === -1)).toEqual([1]);
  expect(base.sizes.reduce((sum, size) => sum + size, 0)).toBe(13);
});

test("no group is smaller than five, however few voices there are and whatever they say", () => {
  for (let seed = 1; seed <= 40; seed++) {
    const random = seededRandom(seed);
    const rows = 1 + Math.floor(random() * 40);
    const matrix = makeVotes(rows, 12, (_, __, next) => Math.floor(next() * 3) - 1, seed);
    const { groups, groupOf } = describeConsultation(matrix);
    const sizes = Array.from({ length: groups }, (_, group) => groupOf.filter((it) => it === group).length);
    expect(Math.min(smallestGroup, ...sizes)).toBe(smallestGroup);
  }
});

test("nobody, one voice, equal voices, silence and a single statement are described, and nothing breaks", () => {
  const cases: [number, number, Vote][] = [
    [0, 0, () => 1],
    [0, 5, () => 1],
    [5, 0, () => 1],
    [1, 9, () => 1],
    [30, 9, () => 1],
    [30, 9, () => null],
    [30, 1, (row) => (row % 2 === 0 ? 1 : -1)],
    [2, 2, (row, column) => (row === column ? 1 : null)],
  ];
  for (const [rows, columns, vote] of cases) {
    const matrix = makeVotes(rows, columns, vote);
    const ids = (count: number) => Array.from({ length: count }, (_, at) => at);
    const report = reportConsultation({ rows: ids(rows), columns: ids(columns), matrix });
    expect(report.points).toHaveLength(rows);
    expect(JSON.stringify(report)).not.toContain("null,");
    for (const { x, y } of report.points) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
    expect(report.groups.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(rows);
  }
});

test("moderated out statements place nobody, and are in no list", () => {
  const matrix = makeVotes(60, 12, planted);
  const moderatedOut = Array.from({ length: 12 }, (_, at) => at < 6);
  const { map, consensus, representative } = describeConsultation(matrix, { moderatedOut });
  expect([...map.centre.slice(0, 6), ...map.extremity.slice(0, 6)].every((it) => it === 0)).toBe(true);
  const named = [...consensus.agree, ...consensus.disagree, ...representative.flat().map((it) => it.statement)];
  expect(named.every((at) => at >= 6)).toBe(true);
});

test("who voted on seven statements is grouped, and the most active are, until there are fifteen", () => {
  const votes = Int32Array.from([9, 7, 6, 0, 3, 3, ...new Array<number>(12).fill(1)]);
  expect([...chooseVoters(votes, 40)]).toEqual([0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
  const active = Int32Array.from(new Array<number>(20).fill(8).with(4, 6));
  expect(chooseVoters(active, 40)).toHaveLength(19);
  expect(chooseVoters(active, 5)).toHaveLength(20);
});

test("the figures of a statement are those of the formulas", () => {
  const counts = (agrees: number, disagrees: number, passes: number) =>
    toVoteCounts(Int32Array.from([disagrees, passes, agrees]));
  const [first] = describeGroups([counts(8, 1, 1), counts(2, 6, 2)], 1);
  const agree = first?.[0]?.agree;
  expect(agree?.share).toBeCloseTo(9 / 12, 12);
  expect(agree?.shareTest).toBeCloseTo(2 * Math.sqrt(11) * (9 / 11 - 0.5), 12);
  expect(agree?.ratio).toBeCloseTo(9 / 12 / (3 / 12), 12);
  const pooled = 12 / 22;
  const z = (9 / 11 - 3 / 11) / Math.sqrt(pooled * (1 - pooled) * (2 / 11));
  expect(agree?.ratioTest).toBeCloseTo(z, 12);
  expect(measureGroupConsensus([counts(8, 1, 1), counts(2, 6, 2)], 1)[0]).toBeCloseTo((9 / 12) * (3 / 12), 12);
  expect(findConsensus(counts(8, 1, 1), [false])).toEqual({ agree: [0], disagree: [] });
  expect(findConsensus(counts(8, 1, 1), [true]).agree).toEqual([]);
  const importance = (1 - 2 / 12) * 1.5 * (9 / 12);
  expect(rankForRouting([counts(8, 1, 1)], Float64Array.from([0.5]))[0]).toBeCloseTo(
    (importance * (1 + 8 / 4)) ** 2,
    9,
  );
  expect(rankForRouting([counts(8, 1, 1)], Float64Array.from([0.5]), [true])[0]).toBe(49);
});

test("a standing is told from the middle of all and of the own group", () => {
  const points = { xs: Float64Array.from([0, 2, 6, 8, 9]), ys: new Float64Array(5) };
  const [first, , , last, outside] = describeStandings(points, Int32Array.from([0, 0, 1, 1, -1]), 2);
  expect(first).toEqual({ centricness: -3, coreness: 0, extremeness: 1 });
  expect(last?.extremeness).toBe(1);
  expect(outside).toEqual({ centricness: -4, coreness: null, extremeness: null });
});

test("the order of participants and statements is that of their ids, whatever order they came in", () => {
  const matrix = makeVotes(3, 2, (row, column) => (row === 0 && column === 0 ? null : row === 1 ? 1 : -1));
  const { rows, columns, matrix: ordered } = orderById({ rows: [10, 9, "a"], columns: ["b", 2], matrix });
  expect([rows, columns]).toEqual([
    [9, 10, "a"],
    [2, "b"],
  ]);
  expect([...(ordered.blocks[0]?.codes ?? [])]).toEqual([2, 5, 0, 0, 3]);
  expect([...(ordered.blocks[0]?.starts ?? [])]).toEqual([0, 2, 3, 5]);
});

test("with a second thread beside it a large consultation comes out the same, to the last bit, every time", () => {
  const matrix = makeVotes(45_000, 100, (row, column, random) =>
    random() < 0.95 ? planted(row, column, () => random() + 0.4) : 0,
  );
  const results = Array.from({ length: 3 }, () => {
    const pair = makePairedGather(matrix);
    expect(pair).not.toBeNull();
    try {
      return describeConsultation(matrix, { gather: pair?.gather });
    } finally {
      pair?.end();
    }
  });
  const alone = describeConsultation(matrix);
  const [first] = results;
  expect(new Set(results.map(({ map }) => map.points.xs.join())).size).toBe(1);
  for (const [row, x] of alone.map.points.xs.entries())
    if (row % 997 === 0) expect(first?.map.points.xs[row]).toBeCloseTo(x, 8);
  expect(alone.groups).toBe(first?.groups);
});

test("rows of any length and blocks of any number hold the same votes", () => {
  const wide = makeVotes(40, 30_000, (row, column) => ((row * 7 + column) % 11 < 9 ? (column % 3) - 1 : null));
  expect(wide.blocks.length).toBeGreaterThan(3);
  expect(wide.votes).toBe(wide.blocks.reduce((sum, { codes }) => sum + codes.length, 0));
  let next = 0;
  for (const { first, starts, codes } of wide.blocks) {
    expect(first).toBe(next);
    next += starts.length - 1;
    expect(starts.at(-1)).toBe(codes.length);
    for (let row = 0; row + 1 < starts.length; row++) {
      const own = [...codes.subarray(starts[row], starts[row + 1])];
      const expected = Array.from({ length: 30_000 }, (_, column) => column).filter(
        (column) => ((first + row) * 7 + column) % 11 < 9,
      );
      expect(own).toEqual(expected.map((column) => 3 * column + (column % 3)));
    }
  }
  expect(next).toBe(40);
});
