import { expect, test } from "vitest";
import { countWords } from "./word-count";

test("words are counted as a reader counts them, in both languages", () => {
  expect(countWords("")).toBe(0);
  expect(countWords("  —  ")).toBe(0);
  expect(countWords("We support this.")).toBe(3);
  expect(countWords("L’emploi de la force : dernier recours")).toBe(6);
  expect(countWords("« L’eau » : oui !")).toBe(2);
  expect(countWords("la résolution 1325, c’est-à-dire les femmes")).toBe(6);
});
