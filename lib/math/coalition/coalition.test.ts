import { expect, test } from "vitest";
import { seededRandom } from "../random";
import { listBits } from "./bits";
import { findConcepts } from "./concepts";
import { exploreFrontier, findFrontier } from "./frontier";
import {
  closeBundle,
  findSharedPropositions,
  findSupporters,
  findWalkers,
  isSupportedByAll,
  makeSupport,
} from "./support";

const matrices = 500;

function* makeCases() {
  const random = seededRandom(20);
  for (let at = 0; at < matrices; at++) {
    const [organizations, propositions] = [1 + Math.floor(random() * 9), 1 + Math.floor(random() * 8)];
    const density = 0.2 + 0.7 * random();
    const is = Array.from({ length: organizations }, () =>
      Array.from({ length: propositions }, () => random() < density),
    );
    const support = makeSupport(organizations, propositions, (one, other) => is[one]?.[other] ?? false);
    yield { organizations, propositions, is, support, random };
  }
}

const numbersIn = (mask: number) => Array.from({ length: 31 }, (_, at) => at).filter((at) => (mask >> at) & 1);
const withAll = (is: boolean[][], bundle: readonly number[]) =>
  is.flatMap((row, at) => (bundle.every((it) => row[it]) ? [at] : []));
const ofAll = (is: boolean[][], propositions: number, organizations: readonly number[]) =>
  Array.from({ length: propositions }, (_, at) => at).filter((at) => organizations.every((it) => is[it]?.[at]));

test("who supports a bundle, and what organizations all support, is what counting by hand gives", () => {
  for (const { organizations, propositions, is, support } of makeCases()) {
    for (let mask = 0; mask < 1 << propositions; mask += 3) {
      const bundle = numbersIn(mask);
      expect(listBits(findSupporters(support, bundle))).toEqual(withAll(is, bundle));
    }
    for (let mask = 0; mask < 1 << organizations; mask += 5)
      expect(listBits(findSharedPropositions(support, numbersIn(mask)))).toEqual(
        ofAll(is, propositions, numbersIn(mask)),
      );
  }
});

test("who walks away over what is what asking each of them gives", () => {
  for (const { organizations, propositions, is, support, random } of makeCases()) {
    const bundle = numbersIn(Math.floor(random() * (1 << propositions)));
    const coalition = numbersIn(Math.floor(random() * (1 << organizations)));
    const expected = bundle.map((proposition) => ({
      proposition,
      leaves: coalition.filter((it) => !is[it]?.[proposition]),
      onlyOverThis: coalition.filter(
        (it) => !is[it]?.[proposition] && bundle.every((other) => other === proposition || is[it]?.[other]),
      ),
    }));
    expect(findWalkers(support, bundle, coalition)).toEqual(expected);
  }
});

test("the largest coalition of every size is the largest of all bundles of that size, and proved", () => {
  for (const { propositions, is, support } of makeCases()) {
    const most = new Map<number, number>();
    for (let mask = 1; mask < 1 << propositions; mask++) {
      const bundle = numbersIn(mask);
      most.set(bundle.length, Math.max(most.get(bundle.length) ?? 0, withAll(is, bundle).length));
    }
    const frontier = findFrontier(support, { largest: 8 });
    expect(frontier.map(({ size, organizations }) => [size, organizations.length])).toEqual([...most]);
    for (const point of frontier) {
      expect(point.proved).toBe(true);
      expect(point.bound).toBe(point.organizations.length);
      expect(point.propositions).toHaveLength(point.size);
      expect(point.organizations).toEqual(withAll(is, point.propositions));
    }
  }
});

test("what must be in the bundle is in it, and who must stay stays", () => {
  for (const { organizations, propositions, is, support, random } of makeCases()) {
    const including = [Math.floor(random() * propositions)];
    const staying = [Math.floor(random() * organizations)];
    const most = new Map<number, number>();
    for (let mask = 1; mask < 1 << propositions; mask++) {
      const bundle = numbersIn(mask);
      const with_ = withAll(is, bundle);
      if (bundle.length > 4 || !bundle.includes(including[0] ?? -1) || !with_.includes(staying[0] ?? -1)) continue;
      most.set(bundle.length, Math.max(most.get(bundle.length) ?? 0, with_.length));
    }
    const frontier = findFrontier(support, { largest: 4, including, withAll: staying });
    expect(frontier.map(({ size, organizations: found }) => [size, found.length])).toEqual([...most]);
  }
});

test("every state on the way is true: coalitions hold, and nothing is larger than the bound", () => {
  const random = seededRandom(8);
  const support = makeSupport(60, 30, () => random() < 0.6);
  const states = [...exploreFrontier(support)];
  const last = findFrontier(support);
  expect(states.length).toBeGreaterThan(1);
  for (const state of states) {
    for (const [at, point] of state.entries()) {
      expect(isSupportedByAll(support, point)).toBe(true);
      expect(point.bound).toBeGreaterThanOrEqual(last[at]?.organizations.length ?? 0);
      expect(point.organizations.length).toBeLessThanOrEqual(last[at]?.organizations.length ?? 0);
    }
  }
});

test("where the limit is hit nothing is called proved that is not, and the bound still holds", () => {
  const random = seededRandom(9);
  const support = makeSupport(120, 60, () => random() < 0.6);
  const all = findFrontier(support, { largest: 5 });
  const some = findFrontier(support, { largest: 5, maxEvaluations: 2000 });
  expect(some.some(({ proved }) => !proved)).toBe(true);
  for (const [at, { bound, proved, organizations }] of some.entries()) {
    expect(proved).toBe(bound === organizations.length);
    expect(bound).toBeGreaterThanOrEqual(all[at]?.organizations.length ?? 0);
  }
});

test("pairs are all those to which nothing can be added, each once", () => {
  for (const { propositions, is, support, random } of makeCases()) {
    const expected = new Set<string>();
    const [organizationsFrom, propositionsFrom] = [1 + Math.floor(random() * 3), 1 + Math.floor(random() * 2)];
    for (let mask = 0; mask < 1 << propositions; mask++) {
      const by = withAll(is, numbersIn(mask));
      const of = ofAll(is, propositions, by);
      if (by.length >= organizationsFrom && of.length >= propositionsFrom) expected.add(`${by}|${of}`);
    }
    const { pairs, complete } = findConcepts(support, { organizationsFrom, propositionsFrom });
    expect(complete).toBe(true);
    expect(pairs.map((it) => `${it.organizations}|${it.propositions}`).sort()).toEqual([...expected].sort());
    for (const pair of pairs) expect(closeBundle(support, pair.propositions)).toEqual(pair);
  }
});

test("more pairs than may be shown are cut off and said to be", () => {
  const support = makeSupport(10, 10, (one, other) => one !== other);
  const { pairs, complete } = findConcepts(support, { organizationsFrom: 1, most: 50 });
  expect([pairs.length, complete]).toEqual([50, false]);
});
