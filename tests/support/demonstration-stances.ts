import { codings, type Stances } from "../../lib/math/analysis";
import type { Random } from "../../lib/math/random";
import { readDemonstration } from "../../prisma/seed/read-demonstration";

/** What the demonstration network said, in the coding of its map. */
export function readDemonstrationStances(): Stances {
  const { organizations, positions } = readDemonstration();
  const rows = organizations.map(({ slug }) => slug);
  const columns = [...new Set(positions.map((it) => it.proposition_slug))];
  const coding: Readonly<Record<string, number>> = codings.half;
  const said = new Map(positions.map((it) => [`${it.org_slug} ${it.proposition_slug}`, coding[it.stance] ?? null]));
  return { rows, columns, values: rows.map((row) => columns.map((column) => said.get(`${row} ${column}`) ?? null)) };
}

/** As many of the places from 0 on, in no order. */
export function draw(count: number, from: number, random: Random): number[] {
  const places = Array.from({ length: from }, (_, at) => at);
  for (let at = 0; at < count; at++) {
    const other = at + Math.floor(random() * (from - at));
    const kept = places[at] as number;
    places[at] = places[other] as number;
    places[other] = kept;
  }
  return places.slice(0, count);
}

/** Some rows and some columns. */
export function sample(
  { rows, columns, values }: Stances,
  size: { rows: number; columns: number },
  random: Random,
): Stances {
  const [down, across] = [draw(size.rows, rows.length, random), draw(size.columns, columns.length, random)];
  return pick({ rows, columns, values }, down, across);
}

/** All rows and all columns, in another order. */
export const permute = (stances: Stances, random: Random) =>
  sample(stances, { rows: stances.rows.length, columns: stances.columns.length }, random);

const pick = ({ rows, columns, values }: Stances, down: readonly number[], across: readonly number[]): Stances => ({
  rows: down.map((at) => rows[at] ?? ""),
  columns: across.map((at) => columns[at] ?? ""),
  values: down.map((row) => across.map((column) => values[row]?.[column] ?? null)),
});

/** Each column shuffled among those who answered it: no two voices have anything to do with each other any more. */
export function shuffleColumns({ rows, columns, values }: Stances, random: Random): Stances {
  const shuffled = values.map((row) => [...row]);
  for (const column of columns.keys()) {
    const answered = [...values.keys()].filter((row) => (values[row]?.[column] ?? null) !== null);
    const order = draw(answered.length, answered.length, random);
    for (const [at, row] of answered.entries())
      (shuffled[row] as (number | null)[])[column] = values[answered[order[at] ?? 0] ?? 0]?.[column] ?? null;
  }
  return { rows, columns, values: shuffled };
}
