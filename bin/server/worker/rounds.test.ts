import { afterAll, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { closeRounds } from "@/tests/support/closing-rounds";

afterAll(() => db.$disconnect());

test("four workers, two of them killed in the middle of it, close each of 24 rounds a single time", {
  timeout: 180_000,
}, async () => {
  expect(await closeRounds({ workers: 4, rounds: 24 })).toEqual({ killed: 2, closed: 24, anomalies: [] });
});
