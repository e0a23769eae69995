import { expect, test } from "vitest";
import { consumeQuota } from "./rate-limit";

test("what is dear is counted once for all nodes, racing callers included", async () => {
  const rule = { name: "racing", most: 5, minutes: 60 };
  const answers = await Promise.all(Array.from({ length: 20 }, () => consumeQuota(rule, "someone")));
  expect(answers.filter(Boolean)).toHaveLength(5);
  expect(await consumeQuota(rule, "someone else")).toBe(true);
});
