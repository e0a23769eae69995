import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { MatrixBuilder, type StanceMatrix } from "../../lib/math/matrix";
import type { NamedMatrix } from "../../lib/math/reorder";

const named = process.env.OPINION_DATA;

/** The folder with published stance matrices, which are not part of the project; null where there is none. */
export const opinionData = named && existsSync(named) ? path.resolve(named) : null;

/** Said in the name of each test that needs them, so that nobody takes it for passed. */
export const unlessMissing = opinionData ? "" : " (SKIPPED: OPINION_DATA names no folder)";

type Facts = { pids: number[]; tids: number[]; group: number[]; modOut: number[] };

export type Published = {
  k: number;
  groups: Record<string, number>;
  consensus?: { agree: number[]; disagree: number[] };
  repness?: Record<string, { tid: number; "repful-for": "agree" | "disagree" }[]>;
  groupAwareConsensus?: Record<string, number>;
  groupInformedConsensus?: Record<string, number>;
  pca?: { center: number[]; comps: [number[], number[]] };
  groupClusters?: { id: number; center: [number, number] }[];
};

const readJson = <T>(name: string): T => JSON.parse(readFileSync(path.join(opinionData ?? "", `${name}.json`), "utf8"));

export const readFacts = (name: string) => readJson<Facts>(name);
export const readPublished = (name: string) => readJson<Published>(`published_${name}`);

/** Row, column and vote of each stance; the layout is told in the folder's README. */
function readStances(name: string) {
  const bytes = readFileSync(path.join(opinionData ?? "", `${name}.bin`));
  const [rows, columns, votes] = [bytes.readInt32LE(4), bytes.readInt32LE(8), bytes.readInt32LE(12)];
  const all = Array.from({ length: votes }, (_, at) => ({
    row: bytes.readInt32LE(16 + 4 * at),
    column: bytes.readInt32LE(16 + 4 * (votes + at)),
    vote: bytes.readInt8(16 + 8 * votes + at),
  }));
  return { rows, columns, all };
}

/** Stances as values, null where there is none. */
export function readValues(name: string): (number | null)[][] {
  const { rows, columns, all } = readStances(name);
  const values = Array.from({ length: rows }, () => new Array<number | null>(columns).fill(null));
  for (const { row, column, vote } of all) (values[row] as (number | null)[])[column] = vote;
  return values;
}

export function readMatrix(name: string): StanceMatrix {
  const values = readValues(name);
  const builder = new MatrixBuilder(values[0]?.length ?? 0, [-1, 0, 1]);
  for (const row of values) {
    for (const [column, value] of row.entries()) if (value !== null) builder.add(column, value + 1);
    builder.endRow();
  }
  return builder.finish();
}

export function readNamed(name: string): NamedMatrix {
  const { pids, tids } = readFacts(name);
  return { rows: pids, columns: tids, matrix: readMatrix(name) };
}
