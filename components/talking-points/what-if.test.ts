import { expect, test } from "vitest";
import { chooseTreatments, toWhatIf } from "./what-if";

const clauses = [1, 2, 3].map((number) => ({ number, key: `clause-${number}`, redLine: false }));
const amendment = (number: number, clause: number) => ({
  number,
  clause: `clause-${clause}`,
  summary: { en: "", fr: "" },
});
// 7 changes the same words in the first and the third clause.
const amendments = [amendment(5, 1), amendment(6, 2), amendment(7, 1), amendment(7, 3)];
const choose = (query: Record<string, string>) => {
  const chosen = chooseTreatments({ clauses, amendments }, query);
  return { chosen: Object.fromEntries(chosen), asked: toWhatIf(chosen) };
};

test("each clause has what the address asks of it, and what it cannot have is passed over", () => {
  expect(choose({ "clause-1": "5", "clause-2": "dropped", "clause-3": "6" })).toEqual({
    ...{ chosen: { 1: "5", 2: "dropped" }, asked: { dropped: "2", swapped: "5" } },
  });
  expect(choose({ "clause-1": "burnt", "clause-9": "dropped" })).toEqual({ chosen: {}, asked: {} });
});

test("an amendment that changes several clauses is chosen in all of them, once", () => {
  expect(choose({ "clause-3": "7" })).toEqual({ chosen: { 1: "7", 3: "7" }, asked: { swapped: "7" } });
  expect(choose({ "clause-1": "7", "clause-3": "7" }).asked).toEqual({ swapped: "7" });
});

test("a clause that goes stays gone; two amendments of one clause are not both chosen", () => {
  expect(choose({ "clause-1": "dropped", "clause-3": "7" })).toEqual({
    ...{ chosen: { 1: "dropped", 3: "7" }, asked: { dropped: "1", swapped: "7" } },
  });
  expect(choose({ "clause-1": "5", "clause-3": "7" })).toEqual({ chosen: { 1: "5" }, asked: { swapped: "5" } });
});
