import { describeConsultation } from "../../lib/math/polis/consultation";
import { adjustedRandIndex } from "../../lib/math/rand-index";
import { opinionData, readFacts, readMatrix, readPublished } from "../support/opinion-data";
import type { Measured } from "./agreement";

const fixtures = [
  "fixture_150ptpt-3gp-no-strict-no-meta",
  "fixture_50ptpt-3gp-strict-no-meta",
  "fixture_below-100-ptpts",
];
const open = [
  "polis_15-per-hour-seattle",
  "polis_austria-climate.5twd2jsnkf.2022-08-08",
  "polis_bg2050-volunteers",
  "polis_brexit-consensus",
  "polis_scoop-hivemind.biodiversity",
  "polis_scoop-hivemind.taxes",
];
/** Its matrix lacks one voter. */
const incomplete = (name: string) => name.startsWith("fixture_50ptpt");

function compare(name: string) {
  const { tids, modOut, group } = readFacts(name);
  const published = readPublished(name);
  const moderatedOut = tids.map((id) => modOut.includes(id));
  const groupOf = Int32Array.from(group);
  const matrix = readMatrix(name);
  const found = describeConsultation(matrix, { moderatedOut, groupOf });
  const own = describeConsultation(matrix, { moderatedOut });
  const { xs, ys } = found.map.points;
  const cosines = (published.pca?.comps ?? []).map((it, axis) => {
    const mine = found.map.components.vectors[axis] ?? [];
    const dot = it.reduce((sum, value, at) => sum + value * (mine[at] ?? 0), 0);
    return dot / Math.sqrt(it.reduce((sum, value) => sum + value * value, 0));
  });
  const centres =
    published.groupClusters?.map(({ id, center: [x, y] }) => ({
      id,
      x: -x * Math.sign(cosines[0] ?? 1),
      y: -y * Math.sign(cosines[1] ?? 1),
    })) ?? meansOf(group, xs, ys);
  const nearest = group.map((it, row) => {
    if (it < 0) return -1;
    const gaps = centres.map(({ x, y }) => Math.hypot((xs[row] ?? 0) - x, (ys[row] ?? 0) - y));
    return centres[gaps.indexOf(Math.min(...gaps))]?.id ?? -1;
  });
  const shared = published.groupAwareConsensus ?? published.groupInformedConsensus;
  const idsOf = (all: readonly number[]) => all.map((at) => tids[at]).join();
  return {
    name,
    centre: Math.max(0, ...(published.pca?.center ?? []).map((it, at) => Math.abs(-it - (found.map.centre[at] ?? 0)))),
    apart: 1 - Math.min(1, ...cosines.map(Math.abs)),
    shared: shared
      ? Math.max(...tids.map((id, at) => Math.abs((shared[id] ?? 9) - (found.groupInformedConsensus[at] ?? 0))))
      : null,
    lists:
      !published.consensus ||
      (idsOf(found.consensus.agree) === published.consensus.agree.join() &&
        idsOf(found.consensus.disagree) === published.consensus.disagree.join() &&
        found.representative.every((all, at) => {
          const theirs = published.repness?.[at]?.map((it) => `${it.tid}${it["repful-for"]}`) ?? [];
          return all.map((it) => `${tids[it.statement]}${it.side}`).join() === theirs.join();
        })),
    ari: adjustedRandIndex(nearest, group),
    own: adjustedRandIndex(own.groupOf, groupOf),
  };
}

function meansOf(group: readonly number[], xs: Float64Array, ys: Float64Array) {
  return Array.from({ length: 1 + Math.max(...group) }, (_, id) => {
    const rows = group.flatMap((it, row) => (it === id ? [row] : []));
    const mean = (of: Float64Array) => rows.reduce((sum, row) => sum + (of[row] ?? 0), 0) / rows.length;
    return { id, x: mean(xs), y: mean(ys) };
  });
}

const listed = (all: readonly number[]) => all.map((it) => it.toFixed(3)).join(" ");

export function measurePublished(): Measured[] {
  if (!opinionData) return [{ what: "published votes", target: "", value: "OPINION_DATA names no folder", met: null }];
  const [kept, others] = [fixtures.map(compare), open.map(compare)];
  const whole = kept.filter(({ name }) => !incomplete(name));
  const [centre, apart] = [Math.max(...whole.map((it) => it.centre)), Math.max(...whole.map((it) => it.apart))];
  const partly = kept.find(({ name }) => incomplete(name))?.apart ?? 1;
  const shared = Math.max(...[...kept, ...others].flatMap((it) => (it.shared === null ? [] : [it.shared])));
  const sorted = others.map((it) => it.ari).sort((one, other) => one - other);
  const median = ((sorted[2] ?? 0) + (sorted[3] ?? 0)) / 2;
  return [
    { what: "centre", target: "≤ 1e-9", value: centre.toExponential(1), met: centre <= 1e-9 },
    { what: "both components, 1 − |cosine|", target: "≤ 1e-9", value: apart.toExponential(1), met: apart <= 1e-9 },
    { what: "… where one voter is missing", target: "≤ 1e-3", value: partly.toExponential(1), met: partly <= 1e-3 },
    { what: "group-informed consensus", target: "≤ 1e-9", value: shared.toExponential(1), met: shared <= 1e-9 },
    {
      what: "consensus and representative lists",
      target: "identical",
      value: kept.every((it) => it.lists) ? "identical" : "differ",
      met: kept.every((it) => it.lists),
    },
    {
      what: "nearest published centre, ARI, fixtures",
      target: "each ≥ 0.95",
      value: listed(kept.map((it) => it.ari)),
      met: kept.every((it) => it.ari >= 0.95),
    },
    {
      what: "nearest published centre, ARI, open data",
      target: "median ≥ 0.95, each ≥ 0.85",
      value: `${median.toFixed(3)}: ${listed(sorted)}`,
      met: median >= 0.95 && (sorted[0] ?? 0) >= 0.85,
    },
    {
      what: "groups found without a past, ARI",
      target: "for information",
      value: listed([...kept, ...others].map((it) => it.own)),
      met: null,
    },
  ];
}
