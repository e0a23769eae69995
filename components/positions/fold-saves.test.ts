import { expect, it } from "vitest";
import type { PositionHistoryStep } from "@/lib/positions/schema";
import { foldSaves } from "./fold-saves";

const step = (kind: string, at: string, actor = "Joanna", stance = "support") =>
  ({ kind, at, actor, text: { stance } }) as PositionHistoryStep;
const folded = (...steps: PositionHistoryStep[]) =>
  foldSaves(steps).map(({ step: { kind, at }, saves }) => [kind, at.slice(8, 16), saves]);

it("tells a row of saves by one person on one day once, and everything else as it was", () => {
  expect(
    folded(
      step("submitted", "2026-11-23T18:00:00Z"),
      step("drafted", "2026-11-23T17:00:00Z"),
      step("drafted", "2026-11-23T16:00:00Z"),
      step("drafted", "2026-11-23T15:00:00Z", "Mireille"),
      step("drafted", "2026-11-22T15:00:00Z", "Mireille"),
      step("drafted", "2026-11-22T14:00:00Z", "Mireille", "oppose"),
    ),
  ).toEqual([
    ["submitted", "23T18:00", 1],
    ["drafted", "23T17:00", 2],
    ["drafted", "23T15:00", 1],
    ["drafted", "22T15:00", 1],
    ["drafted", "22T14:00", 1],
  ]);
});
