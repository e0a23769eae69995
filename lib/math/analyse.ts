import { findTurn, noTurn, type Point, turned } from "./align";
import type { Analysis, AnalysisOptions, Caution, Groups, Mark, Measures, Stances } from "./analysis";
import { scales } from "./analysis";
import { countAnswers, countCodes } from "./code-counts";
import { type Components, findComponents } from "./components";
import { type Found, findGroups } from "./groups";
import { type Id, orderOfIds } from "./ids";
import { type StanceMatrix, toMatrix } from "./matrix";
import { agreementA, consensus, ordinalAlpha } from "./measures";
import { reportProgress } from "./progress";
import { seededRandom } from "./random";
import { type PlanePoints, project } from "./row-projection";

/** A voice with fewer stances than this (or than there are propositions) is drawn faint and grouped with nobody. */
const fewStances = 7;

/** Below this ratio of the second to the third eigenvalue the second axis could as well be another. */
const clearSeparation = 1.3;

/**
 * The map of a coalition, its groups where they are real, and its agreement in numbers: the same for the same stances in
 * whatever order, on every machine.
 *
 * @throws {RangeError} where a value is not of the scale, or rows are not as long as there are columns
 * @throws {Cancelled} where the run says so
 * @source agreement.md § 2
 */
export function analyse(stances: Stances, options: AnalysisOptions = {}): Analysis {
  const { scale = scales.half, seed = 1, run } = options;
  const rowOrder = orderOfIds(stances.rows);
  const columnOrder = orderOfIds(stances.columns);
  const matrix = toOrderedMatrix(stances, rowOrder, columnOrder, scale);
  const counts = countCodes(matrix);
  const answers = countAnswers(matrix);
  const floor = Math.min(fewStances, matrix.columns);
  const components = findComponents(matrix, { counts, random: seededRandom(seed), ...(run && { run }) });
  const places = project(matrix, components, { answers, of: matrix.columns, floor });
  const placed = [...answers.keys()].filter((row) => (answers[row] as number) >= Math.max(1, floor));
  const found =
    options.groups === false
      ? notLookedFor(matrix.rows)
      : findGroups({ matrix, answers, floor, placed }, places, { ...options, seed });
  const turn = turnTowards(options.previous, stances.rows, rowOrder, places);
  reportProgress(run, "statistics", 1);
  const [rowOf, columnOf] = [invert(rowOrder), invert(columnOrder)];
  return {
    version: 1,
    rows: matrix.rows,
    columns: matrix.columns,
    votes: matrix.votes,
    points: stances.rows.map((id, at): Mark => {
      const row = rowOf[at] as number;
      const group = found.labels[row] as number;
      const answered = answers[row] as number;
      return {
        id,
        ...turned(turn, pointAt(places, row)),
        answered,
        faint: answered < floor,
        group: group < 0 ? null : group,
      };
    }),
    loadings: stances.columns.map((id, at) => ({ id, ...turned(turn, loadingAt(components, columnOf[at] as number)) })),
    centre: columnOf.map((column) =>
      (components.facts.answers[column] ?? 0) > 0 ? (components.facts.means[column] ?? 0) : null,
    ),
    explained: components.explained,
    separation: components.values[2] > 0 ? components.values[1] / components.values[2] : null,
    cautions: cautionsOf(components),
    turn,
    groups: toGroups(found, stances.rows, rowOrder),
    measures: measure(counts, matrix, columnOf),
  };
}

const notLookedFor = (rows: number): Found => ({ why: "tooFew", figures: null, labels: new Int32Array(rows).fill(-1) });

function toOrderedMatrix(
  { rows, columns, values }: Stances,
  rowOrder: readonly number[],
  columnOrder: readonly number[],
  scale: readonly number[],
): StanceMatrix {
  if (values.length !== rows.length || values.some((row) => row.length !== columns.length))
    throw new RangeError(`expected ${rows.length} rows of ${columns.length} values`);
  const ordered = rowOrder.map((row) => columnOrder.map((column) => values[row]?.[column] ?? null));
  return toMatrix(ordered, columns.length, scale);
}

function invert(order: readonly number[]): number[] {
  const places = new Array<number>(order.length).fill(0);
  for (const [place, at] of order.entries()) places[at] = place;
  return places;
}

const pointAt = ({ xs, ys }: PlanePoints, row: number): Point => ({ x: xs[row] as number, y: ys[row] as number });
const loadingAt = ({ vectors: [one, two] }: Components, column: number): Point => ({
  x: one[column] as number,
  y: two[column] as number,
});

function turnTowards(
  previous: AnalysisOptions["previous"],
  ids: readonly Id[],
  rowOrder: readonly number[],
  places: PlanePoints,
) {
  if (!previous) return noTurn;
  const [now, before]: [Point[], Point[]] = [[], []];
  for (const [row, at] of rowOrder.entries()) {
    const id = String(ids[at]);
    if (!Object.hasOwn(previous, id)) continue;
    now.push(pointAt(places, row));
    before.push(previous[id] as Point);
  }
  return findTurn(now, before);
}

function cautionsOf({ values: [one, two, three] }: Components): Caution[] {
  if (one === 0) return ["noDifferences"];
  if (two === 0) return ["oneAxis"];
  return three > 0 && two / three < clearSeparation ? ["secondAxisUncertain"] : [];
}

function toGroups({ why, figures, labels }: Found, ids: readonly Id[], rowOrder: readonly number[]): Groups {
  if (why !== "found" || !figures) return { found: false, reason: why === "found" ? "noDifferences" : why, figures };
  const members = Array.from({ length: figures.k }, (_, group) =>
    rowOrder.filter((_, row) => labels[row] === group).map((at) => ids[at] as Id),
  );
  return { found: true, figures, members };
}

function measure(counts: Int32Array, { levels, columns }: StanceMatrix, columnOf: readonly number[]): Measures {
  const width = levels.length;
  const units = Array.from({ length: columns }, (_, column) => [
    ...counts.subarray(column * width, (column + 1) * width),
  ]);
  const inGivenOrder = columnOf.map((column) => units[column] ?? []);
  return {
    agreement: inGivenOrder.map(agreementA),
    consensus: inGivenOrder.map(consensus),
    alpha: ordinalAlpha(units),
  };
}
