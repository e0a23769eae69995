import { countAnswers } from "../code-counts";
import { type ComponentOptions, type Components, findComponents } from "../components";
import type { StanceMatrix } from "../matrix";
import { type PlanePoints, project } from "../row-projection";

/** The map of a consultation. */
export type OpinionMap = {
  /** Statements moderated out weigh 0, so that their loadings are 0. */
  readonly components: Components;
  /** Mean vote per statement; 0 where it was moderated out. */
  readonly centre: Float64Array;
  readonly points: PlanePoints;
  /** Votes of each participant, statements moderated out included. */
  readonly votes: Int32Array;
  /** Where somebody would stand who agrees with this statement and votes on nothing else. */
  readonly statements: PlanePoints;
  /** How far from the middle that is. */
  readonly extremity: Float64Array;
};

/**
 * Participants and statements in the plane in which votes differ most.
 *
 * @param matrix levels as of `voteLevels`
 * @param moderatedOut per statement whether it was moderated out: its votes then count as passes of everybody
 * @source polis-math.md, steps 2–7
 */
export function mapVotes(
  matrix: StanceMatrix,
  moderatedOut: readonly boolean[],
  options: Omit<ComponentOptions, "weights"> = {},
): OpinionMap {
  const weights = Float64Array.from(moderatedOut, (out) => (out ? 0 : 1));
  const components = findComponents(matrix, { ...options, weights });
  const votes = countAnswers(matrix);
  const answers = moderatedOut.includes(true) ? countAfterModeration(matrix, moderatedOut) : votes;
  const centre = components.facts.means.map((mean, statement) => (moderatedOut[statement] ? 0 : mean));
  const statements = projectStatements(components, centre);
  return {
    components,
    centre,
    points: project(matrix, components, { answers, of: matrix.columns }),
    votes,
    statements,
    extremity: statements.xs.map((x, at) => Math.hypot(x, statements.ys[at] as number)),
  };
}

/** A statement moderated out is a pass of everybody, voted on or not. */
function countAfterModeration({ rows, blocks, levels }: StanceMatrix, moderatedOut: readonly boolean[]): Int32Array {
  const keptCodes = Int32Array.from({ length: moderatedOut.length * levels.length }, (_, code) =>
    moderatedOut[Math.floor(code / levels.length)] ? 0 : 1,
  );
  const passes = moderatedOut.filter(Boolean).length;
  const answers = new Int32Array(rows).fill(passes);
  for (const { first, starts, codes } of blocks) {
    for (let row = 0; row + 1 < starts.length; row++) {
      let kept = 0;
      const end = starts[row + 1] as number;
      for (let at = starts[row] as number; at < end; at++) kept += keptCodes[codes[at] as number] as number;
      answers[first + row] = passes + kept;
    }
  }
  return answers;
}

function projectStatements({ vectors: [one, two] }: Components, centre: Float64Array): PlanePoints {
  const factor = Math.sqrt(centre.length);
  return {
    xs: one.map((loading, at) => factor * (1 - (centre[at] as number)) * loading),
    ys: two.map((loading, at) => factor * (1 - (centre[at] as number)) * loading),
  };
}
