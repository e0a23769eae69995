import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { historyOf, runHistory } from "@/tests/support/point-histories";

test("whatever is answered, reworded, contested, confirmed and withdrawn at once: each answer is of the words that were in force", {
  timeout: 120_000,
}, async () => {
  // The soak runs ten thousand of them.
  const histories = fc.sample(historyOf, 4);
  let acts = 0;
  for (const history of histories) {
    const { done, anomalies } = await runHistory(history);
    expect(anomalies).toEqual([]);
    acts += done;
  }
  expect(acts).toBeGreaterThan(histories.length);
});
