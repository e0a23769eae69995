import { seededRandom } from "@/lib/math/random";
import type { History } from "./acts";
import { Coalition, type Reading } from "./coalition";
import { actTime, base, batchTime, fewest, type Rule, rate, type Score } from "./measure";
import { drawHistory } from "./random-history";

/** A cell that was blank on a day that is over, and what came of it since. */
type Past = { hid: boolean; answered: number | null };
type PastRow = { blanks: Past[]; ended: number | null };

/** Lives through a history, and then reads every third day of it once more, knowing how everything went on. */
function rereadDays(history: History, { customs, marking }: Rule): PastRow[] {
  const coalition = new Coalition(history, customs, marking);
  const { audience, organizations } = history;
  const hid: boolean[][][] = [];
  const seen: Reading[] = [];
  for (const [day, acts] of history.days.entries()) {
    coalition.batch(batchTime(day), history.quarters.has(day));
    for (const [at, act] of acts.entries()) coalition.apply(act, actTime(day, at));
    hid.push(coalition.cells.map((row, proposition) => row.map((_, at) => coalition.hides(audience, proposition, at))));
    seen.push(coalition.read(audience));
  }
  const later = (day: number, is: (reading: Reading) => boolean) => {
    const at = seen.findIndex((reading, on) => on > day && is(reading));
    return at < 0 ? null : at;
  };
  return seen.flatMap((then, day) => {
    if (day % 3 > 0) return [];
    const today = coalition.read(audience, day);
    return [...history.themes.keys()].flatMap((row): PastRow[] => {
      const isBlank = (reading: Reading, at: number) =>
        reading.members[at] === true && reading.shown[row]?.[at] !== true;
      const blanks = Array.from({ length: organizations }, (_, at) => at).filter(
        (at) => isBlank(today, at) && isBlank(then, at),
      );
      if (!today.notShown[row] || blanks.length < fewest) return [];
      const isClear = (reading: Reading) =>
        !reading.notShown[row] && reading.members.some((_, at) => isBlank(reading, at));
      const toPast = (at: number): Past => ({
        hid: hid[day]?.[row]?.[at] === true,
        answered: later(day, (reading) => reading.shown[row]?.[at] === true),
      });
      return [{ blanks: blanks.map(toPast), ended: later(day, isClear) }];
    });
  });
}

/** Names, of a day that is over, somebody who answered before the mark of the row ended: perhaps it ended for that. */
export function guessPastDays(rule: Rule, seeds: readonly number[]): { rows: number; score: Score } {
  const chance = seededRandom(1);
  const score: Score = { named: 0, right: 0, expected: 0 };
  const rows = seeds.flatMap((seed) => rereadDays(drawHistory(seed), rule));
  for (const { blanks, ended } of rows) {
    const suspects = blanks.filter(({ answered }) => ended !== null && answered !== null && answered <= ended);
    const named = suspects[Math.floor(chance() * suspects.length)];
    if (!named) continue;
    score.named += 1;
    score.right += named.hid ? 1 : 0;
    score.expected += blanks.filter((it) => it.hid).length / blanks.length;
  }
  return { rows: rows.length, score };
}

export const formatGuesses = ({ rows, score }: ReturnType<typeof guessPastDays>) =>
  `${(100 * rate(score)).toFixed(1)}% against ${(100 * base(score)).toFixed(1)}% in ${score.named} of ${rows} rows of days that are over`;
