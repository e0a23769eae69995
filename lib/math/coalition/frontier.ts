import { type Run, reportProgress } from "../progress";
import { type Bits, countShared, listBits } from "./bits";
import { type Columns, descend, enter, makeSearch, narrow, type Search } from "./branch";
import { findGoodBundles, toBundle } from "./greedy";
import { findSharedPropositions, findSupporters, type Support } from "./support";

/** The largest coalition known for bundles of one size. */
export type FrontierPoint = {
  /** Propositions in the bundle. */
  readonly size: number;
  readonly propositions: readonly number[];
  readonly organizations: readonly number[];
  /** No bundle of this size has more supporters than this. */
  readonly bound: number;
  /** Whether that is exactly as many as were found. */
  readonly proved: boolean;
};

export type FrontierOptions = {
  /** The largest bundle looked for; 6 unless given. */
  readonly largest?: number;
  /** Propositions that every bundle has. */
  readonly including?: readonly number[];
  /** Organizations that every coalition has. */
  readonly withAll?: readonly number[];
  /** Columns evaluated for one size before the search stops and the bound must do; each takes some 10 ns. */
  readonly maxEvaluations?: number;
};

/** Evaluations between two states: a few milliseconds, so that a page stays alive between them. */
const evaluationsPerState = 1 << 18;

/**
 * The largest coalition for each size of a bundle: a good answer at once, then one size after the other until each is
 * proved to be the largest, or the limit is hit and the bound says how much larger it could be. Every state it yields is
 * true as far as it goes, so that it can be shown, paused and left at any time.
 *
 * @returns the last state: sizes ascending, as far as there are propositions to choose from; none where the organizations
 * that must stay are not all with the propositions that must be in
 * @source branch and bound: a bundle that grows loses supporters and never wins any
 */
export function* exploreFrontier(
  support: Support,
  options: FrontierOptions = {},
): Generator<FrontierPoint[], FrontierPoint[]> {
  const { largest = 6, withAll = [], maxEvaluations = 400_000_000 } = options;
  const fixed = [...new Set(options.including)];
  const from = findSupporters(support, fixed);
  const common = listBits(findSharedPropositions(support, withAll));
  if (fixed.some((proposition) => !common.includes(proposition))) return [];
  const ranked = rank(
    support,
    from,
    common.filter((proposition) => !fixed.includes(proposition)),
  );
  const points = toPoints(support, from, fixed, ranked, largest);
  yield [...points];
  const columns = toColumns(support, ranked);
  for (let at = 0; at < points.length; at++) {
    const point = tighten(points[at] as FrontierPoint, points[at - 1]);
    points[at] = point;
    if (point.proved) continue;
    const search = makeSearch(columns, point.size - fixed.length, point.organizations.length);
    enter(search, from);
    const ended = yield* explore(search, 0, point.size - fixed.length, { maxEvaluations, points, shown: 0 });
    points[at] = settle(support, point, { fixed, search, ended, ranked });
    yield [...points];
  }
  return points;
}

/** The last state of `exploreFrontier`, with progress. @throws {Cancelled} */
export function findFrontier(support: Support, options: FrontierOptions = {}, run?: Run): FrontierPoint[] {
  const states = exploreFrontier(support, options);
  for (;;) {
    const { value, done } = states.next();
    if (done) return value;
    reportProgress(run, "coalitions", value.filter(({ proved }) => proved).length / Math.max(1, value.length));
  }
}

type Ranked = { readonly proposition: number; readonly count: number };

/** By how many of `from` are with them, fewest first: small branches are gone through with many columns, large ones with few. */
const rank = (support: Support, from: Bits, candidates: readonly number[]): Ranked[] =>
  candidates
    .map((proposition) => ({ proposition, count: countShared(from, support.supporters[proposition] as Bits) }))
    .sort((one, other) => one.count - other.count || one.proposition - other.proposition);

/** Good bundles, none of them with more supporters than the proposition it needs that has fewest. */
function toPoints(support: Support, from: Bits, fixed: number[], ranked: Ranked[], largest: number): FrontierPoint[] {
  const candidates = ranked.map(({ proposition }) => proposition).sort((one, other) => one - other);
  const good = findGoodBundles(support, toBundle(fixed, from), candidates, largest - fixed.length);
  return good
    .map(({ propositions, supporters, count }, added) => {
      const bound = added === 0 ? count : (ranked[ranked.length - added]?.count ?? count);
      return {
        size: propositions.length,
        propositions,
        organizations: listBits(supporters),
        bound,
        proved: bound === count,
      };
    })
    .filter(({ size }) => size > 0);
}

/** No bundle has more supporters than the best one that is smaller by one. */
function tighten(point: FrontierPoint, before: FrontierPoint | undefined): FrontierPoint {
  const bound = Math.min(point.bound, before?.bound ?? point.bound);
  return { ...point, bound, proved: bound === point.organizations.length };
}

function toColumns(support: Support, ranked: readonly Ranked[]): Columns {
  const words = support.supporters[0]?.length ?? 0;
  const bits = new Uint32Array(words * ranked.length);
  for (const [place, { proposition }] of ranked.entries())
    bits.set(support.supporters[proposition] as Bits, place * words);
  return { words, count: ranked.length, bits };
}

type Exploring = { readonly maxEvaluations: number; readonly points: FrontierPoint[]; shown: number };

/** The last two columns are chosen in one go; before each of the others there may be a state to yield, or an end to make. */
function* explore(search: Search, depth: number, left: number, at: Exploring): Generator<FrontierPoint[], boolean> {
  const level = search.levels[depth];
  if (left < 3 || !level) {
    descend(search, depth, left);
    return search.evaluations <= at.maxEvaluations;
  }
  for (level.at = 0; level.at + left <= level.size; level.at++) {
    if ((level.counts[level.at] as number) <= search.best || !narrow(search, depth, left)) continue;
    if (!(yield* explore(search, depth + 1, left - 1, at))) return false;
    if (search.evaluations - at.shown < evaluationsPerState) continue;
    at.shown = search.evaluations;
    yield [...at.points];
  }
  return true;
}

type Outcome = { fixed: readonly number[]; search: Search; ended: boolean; ranked: readonly Ranked[] };

function settle(support: Support, point: FrontierPoint, { fixed, search, ended, ranked }: Outcome): FrontierPoint {
  const bound = ended ? search.best : point.bound;
  if (!search.chosen) return { ...point, bound, proved: bound === point.organizations.length };
  const added = search.chosen.map((place) => (ranked[place] as Ranked).proposition);
  const propositions = [...fixed, ...added].sort((one, other) => one - other);
  const organizations = listBits(findSupporters(support, propositions));
  return { size: point.size, propositions, organizations, bound, proved: bound === organizations.length };
}
