import type { Stances } from "../../lib/math/analysis";
import { makeSupport, type Support } from "../../lib/math/coalition/support";
import { MatrixBuilder, type StanceMatrix } from "../../lib/math/matrix";
import { seededRandom } from "../../lib/math/random";

/** A consultation with three leanings, a long tail of who votes how much, and half of the votes left to chance. */
export function makeVotes(participants: number, statements: number, votes: number, seed = 1): StanceMatrix {
  const random = seededRandom(seed);
  const builder = new MatrixBuilder(statements, [-1, 0, 1]);
  const leanings = Array.from({ length: 3 }, () =>
    Float64Array.from({ length: statements }, () => 0.25 + 0.5 * random()),
  );
  const density = votes / participants / statements;
  for (let row = 0; row < participants; row++) {
    const leaning = leanings[Math.floor(random() * 3)] as Float64Array;
    const eager = 2 * density * random();
    for (let statement = 0; statement < statements; statement++) {
      if (random() >= eager) continue;
      builder.add(statement, random() < 0.15 ? 1 : random() < (leaning[statement] as number) ? 2 : 0);
    }
    builder.endRow();
  }
  return builder.finish();
}

/** Organizations of three minds, who answered nine of ten propositions. */
export function makeStances(organizations: number, propositions: number): Stances {
  const random = seededRandom(2);
  const drawStance = (row: number, column: number) => {
    if (random() < 0.1) return null;
    const inclined = (row % 3) / 4 + 0.25;
    if (random() < (column % 2 === 0 ? inclined : 1 - inclined)) return random() < 0.3 ? 0.5 : 1;
    return random() < 0.4 ? 0 : -1;
  };
  return {
    rows: Array.from({ length: organizations }, (_, at) => at),
    columns: Array.from({ length: propositions }, (_, at) => at),
    values: Array.from({ length: organizations }, (_, row) =>
      Array.from({ length: propositions }, (_, column) => drawStance(row, column)),
    ),
  };
}

/** Each with each proposition by the same chance: nothing to hold on to, the hardest there is. */
export function makeChance(organizations: number, propositions: number, chance: number): Support {
  const random = seededRandom(5);
  return makeSupport(organizations, propositions, () => random() < chance);
}

export const toSupport = ({ rows, columns, values }: Stances): Support =>
  makeSupport(rows.length, columns.length, (row, column) => (values[row]?.[column] ?? 0) > 0);
