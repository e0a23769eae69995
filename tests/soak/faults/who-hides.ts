import { base, former, present, type Rule, rate, score, watch } from "../../support/concealment/measure";
import { formatGuesses, guessPastDays } from "../../support/concealment/past-days";
import { drawHistory } from "../../support/concealment/random-history";
import { learn, type Strategy, strategies } from "../../support/concealment/strategies";
import type { Row } from "../../support/concealment/watcher";
import { type Fault, type Finding, nothingFound } from "../finding";

/** However few rounds are asked for: fewer coalitions would leave too much to chance. */
const coalitions = 1_000;
const margin = 0.05;
const percent = (share: number) => `${(100 * share).toFixed(1)}%`;

const watchAll = (rule: Rule, seed: number): Row[] =>
  Array.from({ length: coalitions }, (_, at) => watch(drawHistory(seed + at), rule)).flat();

const everyStrategy = (rule: Rule, seed: number): [string, Strategy][] => [
  ...Object.entries(strategies),
  // Learned from as many others, so that it knows how coalitions live and none of these.
  ["what is known of many coalitions", learn(watchAll(rule, seed + 1_000_000))],
];

/** How often the only blank of a row is rightly said to hide something: no more is promised there than the page says. */
function formatSingle(rows: readonly Row[]): string {
  const single = rows.filter((row) => row.blanks.length === 1);
  const hiding = single.filter((row) => row.hiding.size > 0).length;
  return `${hiding} of ${single.length} (${percent(hiding / Math.max(1, single.length))})`;
}

function measure(name: string, rule: Rule, seed: number) {
  const rows = watchAll(rule, seed);
  const remarks = [
    `${name}: ${rows.length} rows said "some"; where one alone was blank, it hid in ${formatSingle(rows)}`,
  ];
  const beaten: string[] = [];
  let named = 0;
  for (const [strategy, suspect] of everyStrategy(rule, seed)) {
    const { always, withReason } = score(rows, suspect);
    named = always.named;
    const figures = `${percent(rate(always))} against ${percent(base(always))}`;
    remarks.push(
      `${name}, ${strategy}: ${figures}; where there is a reason, ${percent(rate(withReason))} against ${percent(base(withReason))} in ${withReason.named}`,
    );
    if (rate(always) > base(always) + margin) beaten.push(`${name}, ${strategy}: ${figures}`);
  }
  const back = guessPastDays(
    rule,
    Array.from({ length: coalitions }, (_, at) => seed + at),
  );
  remarks.push(`${name}, answered before its mark ended: ${formatGuesses(back)}`);
  return { remarks, beaten, named };
}

/** Whether somebody who reads everything, on every day and of every day, names who hides more often than a guess would. */
async function run({ choice }: { choice: { seed: number } }): Promise<Finding> {
  const was = measure("as it was", former, choice.seed);
  const is = measure("as it is", present, choice.seed);
  const blunt =
    was.beaten.length === 0 ? ["the attackers found nothing in the rule as it was: they prove nothing"] : [];
  return {
    ...nothingFound,
    injected: is.named,
    broken: [...is.beaten, ...blunt],
    remarks: [...was.remarks, ...is.remarks],
  };
}

export const whoHides: Fault = {
  name: "who-hides",
  says: `somebody reads everything of ${coalitions} coalitions for weeks and names who hides among three blanks or more`,
  run,
};
