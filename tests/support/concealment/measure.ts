import { type Random, seededRandom } from "@/lib/math/random";
import type { History } from "./acts";
import { asItWas, byRow } from "./by-row";
import { asItIs, byTheme } from "./by-theme";
import { Coalition, type Customs, type Marking } from "./coalition";
import type { Strategy } from "./strategies";
import { type Row, Watcher } from "./watcher";

export type Rule = { customs: Customs; marking: (of: Coalition) => Marking };
export const present: Rule = { customs: asItIs, marking: byTheme };
export const former: Rule = { customs: asItWas, marking: byRow };

/** Of fewer blanks nothing is promised. */
export const fewest = 3;

export const actTime = (day: number, at: number) => day + 0.3 + at * 0.001;
export const batchTime = (day: number) => day + 0.1;

/** Lives through a history under a rule, read by somebody all the while. The rows are as each morning's batch leaves them. */
export function watch(history: History, { customs, marking }: Rule): Row[] {
  const coalition = new Coalition(history, customs, marking);
  const watcher = new Watcher(coalition);
  const rows: Row[] = [];
  for (const [day, acts] of history.days.entries()) {
    coalition.batch(batchTime(day), history.quarters.has(day));
    watcher.read(batchTime(day), null);
    rows.push(...watcher.rows(batchTime(day), day));
    for (const [at, act] of acts.entries()) {
      coalition.apply(act, actTime(day, at));
      watcher.read(actTime(day, at), act);
    }
  }
  return rows;
}

export type Score = { named: number; right: number; expected: number };
export const rate = ({ named, right }: Score) => (named === 0 ? 0 : right / named);
export const base = ({ named, expected }: Score) => (named === 0 ? 0 : expected / named);

/**
 * How often a strategy names rightly who hides, against how often a blind guess would. `always` names somebody on every row;
 * otherwise only where there is a reason.
 */
export function score(rows: readonly Row[], strategy: Strategy, chance: Random = seededRandom(1)) {
  const always: Score = { named: 0, right: 0, expected: 0 };
  const withReason: Score = { named: 0, right: 0, expected: 0 };
  for (const row of rows) {
    if (row.blanks.length < fewest) continue;
    const suspicion = strategy(row);
    const reasons = suspicion.filter((it) => it !== null);
    const most = reasons.length > 0 ? Math.max(...reasons) : null;
    const chosen = row.blanks.filter((_, at) => suspicion[at] === most);
    const named = chosen[Math.floor(chance() * chosen.length)];
    const right = named && row.hiding.has(named.organization) ? 1 : 0;
    for (const it of most === null ? [always] : [always, withReason]) {
      it.named += 1;
      it.right += right;
      it.expected += row.hiding.size / row.blanks.length;
    }
  }
  return { always, withReason };
}
