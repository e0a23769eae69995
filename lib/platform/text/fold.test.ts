import { expect, test } from "vitest";
import { foldText, matchesAllWords } from "./fold";

test.each([
  ["etat", "Les États membres"],
  ["s'informer", "S’informer mutuellement"],
  ["oeuvrer", "Œuvrer à une pratique constante"],
  ["definition narrow", "Work on a narrow definition"],
  ["RdP : faire", "La RdP\u00a0: faire avancer"],
  ["", "anything"],
])("%j finds %j", (q, text) => {
  expect(matchesAllWords(q, [null, text])).toBe(true);
});

test("every word must be there, in any of the texts", () => {
  expect(matchesAllWords("narrow pope", ["a narrow definition"])).toBe(false);
  expect(matchesAllWords("narrow étroite", ["a narrow definition", "une définition étroite"])).toBe(true);
});

test("folding twice changes nothing more", () => {
  const once = foldText("L’ÉTÉ — à Québec");
  expect(foldText(once)).toBe(once);
});
