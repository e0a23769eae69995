import type { Weight } from "./bytes";
import type { Compared, Measurements } from "./compare";
import type { Scores } from "./lighthouse";
import { median } from "./statistics";

type Cell = string | number;

const numberOf = (value: number, digits: number) => (Number.isFinite(value) ? value.toFixed(digits) : "—");
const pair = ({ product, twin }: Measurements, digits = 0) =>
  `${numberOf(product, digits)} / ${numberOf(twin, digits)}`;

/** Lines up cells; the first column is words, the others are figures. */
export function print(title: string, head: Cell[], rows: Cell[][]) {
  const all = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0)));
  const line = (row: string[]) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join("   ");
  const [first = [], ...others] = all;
  console.log(`\n${title}\n${line(first)}\n${widths.map((it) => "-".repeat(it)).join("   ")}`);
  for (const row of others) console.log(line(row));
}

/** Whether what was measured is what was wanted: said, never enforced. */
const verdict = (met: boolean) => (met ? "met" : "not met");

export function printCompared(all: readonly Compared[]) {
  print(
    "Throughput at 16 connections: product / twin",
    ["measure", "requests/s", "ratio", "target", "peer", "", "server CPU ms", "ratio", "database CPU ms", "failed"],
    all.map((it) => [
      it.name,
      pair(it.perSecond),
      `${it.ratio.toFixed(2)} ×`,
      `≥ ${it.target} ×`,
      `${it.peer.toFixed(2)} ×`,
      verdict(it.ratio >= it.target),
      pair(it.cpu, 2),
      `${it.cpuRatio.toFixed(2)} ×`,
      pair(it.databaseCpu, 2),
      pair(it.failed),
    ]),
  );
  print(
    "At half of the product's capacity, requests arriving by the clock: product / twin",
    ["measure", "arrivals/s", "p50 ms", "p99 ms", "p99 ratio", "target", "peer", ""],
    all.map((it) => [
      it.name,
      numberOf(it.rate, 0),
      pair(it.p50, 1),
      pair(it.p99, 1),
      `${it.p99Ratio.toFixed(2)} ×`,
      "≤ 2.5 ×",
      "5 ×",
      verdict(it.p99Ratio <= 2.5),
    ]),
  );
}

export function printWeights(bare: Weight, weights: readonly (Weight & { most: number })[]) {
  const total = ({ script, style }: Weight) => script + style;
  print(
    "Script and style of a page, gzip, kB",
    ["page", "script", "style", "sum", "target", "peer", ""],
    [
      ["(bare page)", numberOf(bare.script, 1), numberOf(bare.style, 1), numberOf(total(bare), 1), "", "", ""],
      ...weights.map((it) => [
        it.path,
        numberOf(it.script, 1),
        numberOf(it.style, 1),
        numberOf(total(it), 1),
        `≤ ${it.most}`,
        "787",
        verdict(total(it) <= it.most),
      ]),
    ],
  );
}

export function printFootprint(all: readonly Compared[], starts: { product: number[]; twin: number[] }) {
  const memory = {
    product: Math.max(...all.map((it) => it.memory.product)),
    twin: Math.max(...all.map((it) => it.memory.twin)),
  };
  const start = { product: median(starts.product), twin: median(starts.twin) };
  const row = (name: string, { product, twin }: Measurements, target: number, peer: string) => [
    name,
    pair({ product, twin }),
    `${(product / twin).toFixed(2)} ×`,
    `≤ ${target} ×`,
    peer,
    verdict(product / twin <= target),
  ];
  print(
    "Memory and start: product / bare Next",
    ["measure", "", "ratio", "target", "peer", ""],
    [
      row("resident memory under load, most, MB", memory, 1.5, "3 ×"),
      row("start to the first page, ms", start, 2, "3.4 ×"),
    ],
  );
}

export function printScores(scores: readonly Scores[] | null) {
  if (!scores) return console.log("\nLighthouse: skipped, it is not installed.");
  print(
    "Lighthouse, mobile, median",
    ["page", "performance", "accessibility", "best practices", "targets", "peer", ""],
    scores.map(({ path, performance, accessibility, practices }) => [
      path,
      performance,
      accessibility,
      practices,
      "≥ 85, 100, 100",
      "48, 95, 100",
      verdict(performance >= 85 && accessibility === 100 && practices === 100),
    ]),
  );
}
