import { describe, expect, test } from "vitest";
import { readDemonstrationStances, sample, shuffleColumns } from "@/tests/support/demonstration-stances";
import { opinionData, readFacts, readValues, unlessMissing } from "@/tests/support/opinion-data";
import { analyse } from "./analyse";
import { seededRandom } from "./random";

// A hundred of each, and at full effort, are gone through by `npm run bench -- agreement`.
describe.skipIf(!opinionData)(`votes of the United Nations on human rights${unlessMissing}`, () => {
  test("samples of 30 states and 40 votes show groups in at least 19 of 20", () => {
    const { pids, tids } = readFacts("un_hr_since2005");
    const all = { rows: pids, columns: tids, values: readValues("un_hr_since2005") };
    const random = seededRandom(11);
    const found = Array.from({ length: 20 }, (_, seed) => {
      const drawn = sample(all, { rows: 30, columns: 40 }, random);
      return analyse(drawn, { scale: [-1, 0, 1], seed, shuffles: 60, resamples: 30 }).groups.found;
    });
    expect(found.filter(Boolean).length).toBeGreaterThanOrEqual(19);
  });
});

test("shuffled copies of the demonstration network show no groups in at least 19 of 20", () => {
  const given = readDemonstrationStances();
  const random = seededRandom(5);
  const found = Array.from(
    { length: 20 },
    (_, seed) => analyse(shuffleColumns(given, random), { seed, shuffles: 100, resamples: 30 }).groups.found,
  );
  expect(found.filter(Boolean).length).toBeLessThanOrEqual(1);
});
