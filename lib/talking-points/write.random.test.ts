import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { historyOf, runHistory } from "@/tests/support/point-histories";

test("whatever is answered, reworded, amended, consolidated, contested, confirmed and withdrawn at once: each answer is of the words that were in force", {
  timeout: 7_200_000,
}, async () => {
  // The soak runs ten thousand of them; POINT_HISTORIES draws as many here.
  const histories = fc.sample(historyOf, Number(process.env.POINT_HISTORIES ?? 8));
  let [acts, versions] = [0, 0];
  for (const history of histories) {
    const { done, consolidated, anomalies } = await runHistory(history);
    expect(anomalies).toEqual([]);
    acts += done;
    versions += consolidated;
  }
  expect(acts).toBeGreaterThan(histories.length);
  expect(versions).toBeGreaterThan(0);
});
