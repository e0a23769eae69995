import { describe, expect, test } from "vitest";
import { asItIs, byTheme } from "@/tests/support/concealment/by-theme";
import { Coalition } from "@/tests/support/concealment/coalition";
import { LiveCoalition } from "@/tests/support/concealment/live";
import { actTime, base, batchTime, former, present, rate, score, watch } from "@/tests/support/concealment/measure";
import { drawHistory } from "@/tests/support/concealment/random-history";
import { learn, strategies } from "@/tests/support/concealment/strategies";

// Attack 10, by somebody patient: who reads everything, on every day and of every day, and wants to know who hides.
// `npm run soak -- --only who-hides` does the same over a thousand coalitions.

const margin = 0.05;
const watchAll = (rule: typeof present, seeds: number[]) => seeds.flatMap((it) => watch(drawHistory(it), rule));
const sample = Array.from({ length: 60 }, (_, at) => 7_000 + at);
const others = Array.from({ length: 60 }, (_, at) => 70_000 + at);

describe("somebody who reads everything, on every day and of every day", () => {
  const rows = watchAll(present, sample);

  test.each([
    ...Object.entries(strategies),
    ["what is known of many coalitions", learn(watchAll(present, others))] as const,
  ])("names who hides among three blanks or more no better than a guess: %s", (_, strategy) => {
    const { always } = score(rows, strategy);
    expect(always.named).toBeGreaterThan(1_500);
    expect(rate(always)).toBeLessThanOrEqual(base(always) + margin);
  });

  test("would have named far more by the rule as it was: such attackers find what there is to find", () => {
    const were = watchAll(former, sample);
    const gained = Object.fromEntries(
      Object.entries(strategies).map(([name, strategy]) => {
        const { withReason } = score(were, strategy);
        return [name, rate(withReason) - base(withReason)];
      }),
    );
    expect(gained["the mark went or came with it"]).toBeGreaterThan(0.3);
    expect(gained["the days that are over"]).toBeGreaterThan(0.3);
    const learned = score(were, learn(watchAll(former, others))).always;
    expect(rate(learned)).toBeGreaterThan(base(learned) + margin);
  });
});

test.each([
  // Somebody is suspended and comes back.
  [3271, 2],
  // A proposition is reworded, and some confirm.
  [12374, 2],
] as const)(
  "what is measured is what the product tells: coalition %i, read as audience %i, lives the same life in the database",
  async (seed, audience) => {
    const drawn = drawHistory(seed);
    const history = { ...drawn, audience, days: drawn.days.slice(0, 6), quarters: new Set([4]) };
    const coalition = new Coalition(history, asItIs, byTheme);
    const live = new LiveCoalition(history);
    await live.build();
    for (const [day, acts] of history.days.entries()) {
      coalition.batch(batchTime(day), history.quarters.has(day));
      await live.batch(history.quarters.has(day));
      expect([day, "morning", await live.read()]).toEqual([day, "morning", coalition.read(audience)]);
      for (const [at, act] of acts.entries()) {
        coalition.apply(act, actTime(day, at));
        await live.apply(act);
      }
      expect([day, "evening", await live.read()]).toEqual([day, "evening", coalition.read(audience)]);
      for (let past = 0; past < day; past += 1)
        expect([day, past, await live.read(day - past)]).toEqual([day, past, coalition.read(audience, past)]);
      await live.age();
    }
  },
  60_000,
);
