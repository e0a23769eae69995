import { expect, test } from "vitest";
import { foldTerms, foldText, matchesAllWords } from "./fold";

test.each([
  ["etat", "Les États membres"],
  ["s'informer", "S’informer mutuellement"],
  ["s‘informer", "S’informer mutuellement"],
  ["oeuvrer", "Œuvrer à une pratique constante"],
  ["œuvrer", "Oeuvrer à une pratique constante"],
  ["ex-æquo", "Ex‑aequo"],
  ["definition narrow", "Work on a narrow definition"],
  ["RdP : faire", "La RdP\u00a0: faire avancer"],
  ["138-139", "paragraphes 138–139"],
  ["138–139", "paragraphs 138-139"],
  ["138‑139", "paragraphs 138—139"],
  ["C-34", "le Comité C‑34"],
  ["s/res/1674", "S/RES/1674 (2006)"],
  ["réfugiées", "des refugiees"],
  ["refugie", "des réfugiées"],
  ["« génocide »", "le génocide"],
  ['"genocide"', "le « génocide »"],
  ["never again", "“never\u202fagain”"],
  ["reponse", "ré\u00adponse"],
  ["", "anything"],
  ["« »", "anything"],
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

test("a character that no database keeps parts words, and asks for nothing by itself", () => {
  expect(foldTerms("\0")).toEqual([]);
  expect(foldTerms("red\0cedar")).toEqual(["red", "cedar"]);
});
