import { expect, test } from "vitest";
import { compareSides, compareTexts } from "./compare-texts";

const read = (changes: ReturnType<typeof compareTexts>, without: "removed" | "added") =>
  changes
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join("");

test("a replaced phrase reads as one removal and one addition", () => {
  const changes = compareTexts("It is not a licence for any State.", "It gives no legal authority for any State.");
  expect(changes.map(({ kind, text }) => [kind, text.trim()])).toEqual([
    ["same", "It"],
    ["removed", "is not a licence"],
    ["added", "gives no legal authority"],
    ["same", "for any State."],
  ]);
});

test("both texts can be read back from the comparison", () => {
  const [before, after] = [
    "Le Canada doit le rappeler  chaque année.",
    "Le Canada devrait le rappeler, par écrit, chaque année.",
  ];
  const changes = compareTexts(before, after);
  expect(read(changes, "added")).toBe(before);
  expect(read(changes, "removed")).toBe(after);
});

test("equal texts have no change", () => {
  expect(compareTexts("R2P", "R2P")).toEqual([{ kind: "same", text: "R2P" }]);
});

test("texts from before the canonical form that differ by typography alone are said to, not marked as other words", () => {
  expect(compareTexts("l'eau «\u202foui\u202f»", "l’eau «\u00a0oui\u00a0»")).toEqual([
    { kind: "typography", text: "l’eau «\u00a0oui\u00a0»" },
  ]);
  expect(compareTexts("l'eau", "l’air").some(({ kind }) => kind === "added")).toBe(true);
});

test("beside each other, each text carries its own marks", () => {
  const { before, after } = compareSides("Canada must report each year.", "Canada should report each year.");
  expect(before).toContainEqual({ kind: "removed", text: "must" });
  expect(after).toContainEqual({ kind: "added", text: "should" });
  expect([before, after].map((side) => side.map(({ text }) => text).join(""))).toEqual([
    "Canada must report each year.",
    "Canada should report each year.",
  ]);
});

test("texts that share little stand unmarked", () => {
  const { before, after } = compareSides("Our assembly hesitates.", "Acceptable, if law restrains rulers.");
  expect([...before, ...after].map(({ kind }) => kind)).toEqual(["same", "same"]);
});
