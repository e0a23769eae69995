import { describe, expect, test } from "vitest";
import { opinionData, readFacts, readMatrix, readPublished, unlessMissing } from "@/tests/support/opinion-data";
import { adjustedRandIndex } from "../rand-index";
import type { PlanePoints } from "../row-projection";
import { describeConsultation } from "./consultation";

const fixtures = [
  "fixture_150ptpt-3gp-no-strict-no-meta",
  "fixture_50ptpt-3gp-strict-no-meta",
  "fixture_below-100-ptpts",
] as const;
const open = [
  "polis_15-per-hour-seattle",
  "polis_austria-climate.5twd2jsnkf.2022-08-08",
  "polis_bg2050-volunteers",
  "polis_brexit-consensus",
  "polis_scoop-hivemind.biodiversity",
  "polis_scoop-hivemind.taxes",
] as const;
/** Its published matrix lacks one voter, so that its published map is that of another matrix. */
const incomplete = "fixture_50ptpt-3gp-strict-no-meta";

const dot = (one: ArrayLike<number>, other: ArrayLike<number>) =>
  Array.from(one).reduce((sum, it, at) => sum + it * (other[at] ?? 0), 0);

function describeWithPublishedGroups(name: string) {
  const { tids, modOut, group } = readFacts(name);
  const moderatedOut = tids.map((id) => modOut.includes(id));
  return describeConsultation(readMatrix(name), { moderatedOut, groupOf: Int32Array.from(group) });
}

const distance = ({ xs, ys }: PlanePoints, row: number, [x, y]: readonly [number, number]) =>
  Math.hypot((xs[row] ?? 0) - x, (ys[row] ?? 0) - y);

/** Everybody in a published group, put to the nearest of the given centres. */
function assign(points: PlanePoints, groupOf: readonly number[], centres: readonly (readonly [number, number])[]) {
  return groupOf.map((group, row) => {
    if (group < 0) return -1;
    const gaps = centres.map((centre) => distance(points, row, centre));
    return gaps.indexOf(Math.min(...gaps));
  });
}

function meansOf({ xs, ys }: PlanePoints, groupOf: readonly number[], groups: number) {
  return Array.from({ length: groups }, (_, group): [number, number] => {
    const own = groupOf.flatMap((it, row) => (it === group ? [row] : []));
    const mean = (values: Float64Array) => own.reduce((sum, row) => sum + (values[row] ?? 0), 0) / own.length;
    return [mean(xs), mean(ys)];
  });
}

describe.skipIf(!opinionData)(`what Polis published${unlessMissing}`, () => {
  test.each(fixtures)("%s: the centre and both components are the published ones", (name) => {
    const published = readPublished(name).pca;
    const { map } = describeWithPublishedGroups(name);
    // Agreement is −1 in what is published.
    const gaps = published?.center.map((it, at) => Math.abs(-it - (map.centre[at] ?? 0))) ?? [1];
    if (name !== incomplete) expect(Math.max(...gaps)).toBeLessThanOrEqual(1e-9);
    for (const [axis, component] of (published?.comps ?? []).entries()) {
      const cosine =
        Math.abs(dot(component, map.components.vectors[axis] ?? [])) / Math.sqrt(dot(component, component));
      expect(cosine).toBeGreaterThanOrEqual(name === incomplete ? 0.999 : 1 - 1e-9);
    }
    expect(published?.comps).toHaveLength(2);
  });

  test.each(
    fixtures.filter((it) => it !== incomplete),
  )("%s: how far statements stand from the middle follows from the published map", (name) => {
    const published = readPublished(name).pca;
    const { extremity } = describeWithPublishedGroups(name).map;
    const { tids, modOut } = readFacts(name);
    for (const [at, it] of extremity.entries()) {
      const [x, y] = [published?.comps[0][at] ?? 0, published?.comps[1][at] ?? 0];
      const out = modOut.includes(tids[at] ?? -1);
      const expected = out
        ? 0
        : Math.sqrt(tids.length) * Math.abs(-1 - (published?.center[at] ?? 0)) * Math.hypot(x, y);
      expect(Math.abs(it - expected)).toBeLessThanOrEqual(1e-9);
    }
  });

  test.each([
    ...fixtures,
    "polis_bg2050-volunteers",
  ])("%s: consensus of the published groups is the published one", (name) => {
    const { groupAwareConsensus, groupInformedConsensus } = readPublished(name);
    const published = groupAwareConsensus ?? groupInformedConsensus ?? {};
    const { groupInformedConsensus: found } = describeWithPublishedGroups(name);
    const { tids } = readFacts(name);
    expect(Object.keys(published)).toHaveLength(tids.length);
    for (const [at, id] of tids.entries())
      expect(Math.abs((found[at] ?? 9) - (published[id] ?? 0))).toBeLessThanOrEqual(1e-9);
  });

  test.each(
    fixtures,
  )("%s: what all agree on and what each group stands for is the published list, in its order", (name) => {
    const { consensus, repness = {} } = readPublished(name);
    const found = describeWithPublishedGroups(name);
    const { tids } = readFacts(name);
    const idsOf = (all: readonly number[]) => all.map((at) => tids[at]);
    expect({ agree: idsOf(found.consensus.agree), disagree: idsOf(found.consensus.disagree) }).toEqual(consensus);
    const representative = found.representative.map((all) =>
      all.map((it) => ({ tid: tids[it.statement], side: it.side })),
    );
    const expected = Object.keys(repness).map((group) =>
      (repness[group] ?? []).map((it) => ({ tid: it.tid, side: it["repful-for"] })),
    );
    expect(representative).toEqual(expected);
  });

  test.each(fixtures)("%s: who is nearest to which published centre is who was in which published group", (name) => {
    const { pca, groupClusters = [] } = readPublished(name);
    const { group } = readFacts(name);
    const { points, components } = describeWithPublishedGroups(name).map;
    const signs = (pca?.comps ?? []).map((it, axis) => (dot(it, components.vectors[axis] ?? []) < 0 ? 1 : -1));
    const centres = groupClusters
      .toSorted((one, other) => one.id - other.id)
      .map(({ center: [x, y] }) => [x * (signs[0] ?? 1), y * (signs[1] ?? 1)] as const);
    expect(adjustedRandIndex(assign(points, group, centres), group)).toBeGreaterThanOrEqual(0.95);
  });

  test("on the open data nearest centres give the published groups: 0.95 in the median, 0.85 at least", () => {
    const all = open.map((name) => {
      const { group } = readFacts(name);
      const { points } = describeWithPublishedGroups(name).map;
      return adjustedRandIndex(assign(points, group, meansOf(points, group, 1 + Math.max(...group))), group);
    });
    const sorted = all.toSorted((one, other) => one - other);
    expect(sorted[0]).toBeGreaterThanOrEqual(0.85);
    expect(((sorted[2] ?? 0) + (sorted[3] ?? 0)) / 2).toBeGreaterThanOrEqual(0.95);
  });
});
