import { analyse } from "../../lib/math/analyse";
import type { Analysis, Stances } from "../../lib/math/analysis";
import { reportConsultation } from "../../lib/math/polis/report";
import { seededRandom } from "../../lib/math/random";
import { permute, readDemonstrationStances, sample, shuffleColumns } from "../support/demonstration-stances";
import { opinionData, readFacts, readNamed, readValues } from "../support/opinion-data";
import type { Measured } from "./agreement";

const idOf = (it: { id: unknown }) => String(it.id);
const sorted = <T extends { id: unknown }>(all: readonly T[]) =>
  all.toSorted((one, other) => (idOf(one) < idOf(other) ? -1 : 1));

/** The largest difference of any number, by id; infinite where the groups are others. */
function compare(one: Analysis, other: Analysis): number {
  if (JSON.stringify(one.groups) !== JSON.stringify(other.groups)) return Number.POSITIVE_INFINITY;
  const numbers = (it: Analysis) => [...sorted(it.points), ...sorted(it.loadings)].flatMap(({ x, y }) => [x, y]);
  const theirs = numbers(other);
  return Math.max(...numbers(one).map((value, at) => Math.abs(value - (theirs[at] ?? Number.NaN))));
}

function measureSameness(given: Stances): Measured[] {
  const runs = new Set(Array.from({ length: 10 }, () => JSON.stringify(analyse(given))));
  const random = seededRandom(3);
  const first = analyse(given);
  const gaps = Array.from({ length: 20 }, () => compare(first, analyse(permute(given, random))));
  const gap = Math.max(...gaps);
  return [
    { what: "different results in 10 runs", target: "1", value: String(runs.size), met: runs.size === 1 },
    {
      what: "20 permutations: same partition, numbers apart by",
      target: "≤ 1e-9",
      value: gap.toExponential(1),
      met: gap <= 1e-9,
    },
  ];
}

function measureConsultation(): Measured {
  const what = "a consultation: different results in 10 runs";
  if (!opinionData) return { what, target: "1", value: "OPINION_DATA names no folder", met: null };
  const named = readNamed("polis_brexit-consensus");
  const runs = new Set(Array.from({ length: 10 }, () => JSON.stringify(reportConsultation(named))));
  return { what, target: "1", value: String(runs.size), met: runs.size === 1 };
}

function countFound(times: number, make: (seed: number) => Stances, scale: readonly number[]): number {
  return Array.from({ length: times }, (_, seed) => analyse(make(seed), { scale, seed }).groups.found).filter(Boolean)
    .length;
}

export function measureClaims(times: number): Measured[] {
  const demonstration = readDemonstrationStances();
  const random = seededRandom(17);
  const half = [-1, 0, 0.5, 1];
  const quiet = times - countFound(times, () => shuffleColumns(demonstration, random), half);
  const own = analyse(demonstration).groups;
  const enough = (count: number) => count >= 0.95 * times;
  return [
    ...measureSameness(demonstration),
    measureConsultation(),
    {
      what: "shuffled demonstration network: no clear groups",
      target: "≥ 95 %",
      value: `${quiet} of ${times}`,
      met: enough(quiet),
    },
    ...measureNations(times, random, enough),
    {
      what: "the demonstration network itself",
      target: "for information",
      value: own.found ? `${own.figures.k} groups` : own.reason,
      met: null,
    },
  ];
}

function measureNations(times: number, random: () => number, enough: (count: number) => boolean): Measured[] {
  const what = "UN on human rights, 30 × 40: groups found";
  if (!opinionData) return [{ what, target: "≥ 95 %", value: "OPINION_DATA names no folder", met: null }];
  const { pids, tids } = readFacts("un_hr_since2005");
  const all = { rows: pids, columns: tids, values: readValues("un_hr_since2005") };
  const draw = () => sample(all, { rows: 30, columns: 40 }, random);
  const found = countFound(times, draw, [-1, 0, 1]);
  const quiet = times - countFound(times, () => shuffleColumns(draw(), random), [-1, 0, 1]);
  return [
    { what, target: "≥ 95 %", value: `${found} of ${times}`, met: enough(found) },
    { what: "UN, shuffled: no clear groups", target: "≥ 95 %", value: `${quiet} of ${times}`, met: enough(quiet) },
  ];
}
