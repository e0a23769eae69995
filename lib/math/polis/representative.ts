import { type SideStatistics, type StatementStatistics, significant } from "./statistics";

export type Representative = {
  /** Number of the statement's column. */
  readonly statement: number;
  readonly side: "agree" | "disagree";
};

/** Statements shown for one group. */
const shown = 5;

/**
 * What sets a group apart, the agreed before the disagreed: the statement it agrees with best, and those that pass both
 * tests, by how much they do.
 *
 * @param statistics of the group, per statement
 * @param moderatedOut per statement
 * @source polis-math.md, step 14
 */
export function findRepresentative(
  statistics: readonly StatementStatistics[],
  moderatedOut: readonly boolean[],
): Representative[] {
  const sufficient: number[] = [];
  let [best, bestAgree]: [number | null, number | null] = [null, null];
  for (const [at, it] of statistics.entries()) {
    if (moderatedOut[at]) continue;
    if (passes(it.agree) || passes(it.disagree)) sufficient.push(at);
    const current = best === null ? null : statistics[best];
    if (sufficient.length === 0 && (!current || strongest(it) > strongest(current))) best = at;
    if (isBetterAgreed(it, bestAgree === null ? null : (statistics[bestAgree] ?? null))) bestAgree = at;
  }
  const weight = (at: number) => weigh(sideOf(statistics[at] as StatementStatistics).measured);
  const ranked = sufficient.filter((at) => at !== bestAgree).sort((one, other) => weight(other) - weight(one));
  const first = bestAgree ?? (sufficient.length === 0 ? best : null);
  const chosen = [...(first === null ? [] : [first]), ...ranked].slice(0, shown);
  const all = chosen.map(
    (at): Representative => ({
      statement: at,
      side: sideOf(statistics[at] as StatementStatistics).side,
    }),
  );
  return [...all.filter(({ side }) => side === "agree"), ...all.filter(({ side }) => side === "disagree")];
}

const passes = ({ ratioTest, shareTest }: SideStatistics) => ratioTest > significant && shareTest > significant;
const weigh = ({ ratio, ratioTest, share, shareTest }: SideStatistics) => ratio * ratioTest * share * shareTest;
const strongest = ({ agree, disagree }: StatementStatistics) => Math.max(agree.ratioTest, disagree.ratioTest);

const sideOf = ({ agree, disagree }: StatementStatistics) =>
  agree.ratioTest > disagree.ratioTest
    ? { side: "agree" as const, measured: agree }
    : { side: "disagree" as const, measured: disagree };

function isBetterAgreed(
  { agree, agrees, disagrees }: StatementStatistics,
  current: StatementStatistics | null,
): boolean {
  if (agrees === 0 && disagrees === 0) return false;
  if (current && current.agree.ratio > 1) return weigh(agree) > weigh(current.agree);
  if (current) return agree.share * agree.shareTest > current.agree.share * current.agree.shareTest;
  return agree.shareTest > significant || (agree.ratio > 1 && agree.share > 0.5);
}
