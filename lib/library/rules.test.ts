import { expect, test } from "vitest";
import { groupByInitial, initialOf, sortTerms } from "./rules";

const term = (en: string, fr: string) => ({ en, fr, abbreviation: { en: null, fr: null }, note: null });

test("each language has its own order, with accents beside their letter", () => {
  const terms = [
    term("stance", "prise de position"),
    term("proposition", "énoncé"),
    term("embargo", "embargo"),
    term("Security Council", "Conseil de sécurité"),
    term("2005 World Summit Outcome", "Document final du Sommet mondial de 2005"),
  ];
  expect(sortTerms(terms, "fr").map((it) => it.fr)).toEqual([
    "Conseil de sécurité",
    "Document final du Sommet mondial de 2005",
    "embargo",
    "énoncé",
    "prise de position",
  ]);
  expect(sortTerms(terms, "en").map((it) => it.en)[0]).toBe("2005 World Summit Outcome");
});

test.each([
  ["énoncé", "E"],
  ["Œuvre", "O"],
  ["“on the fence”", "O"],
  ["2005 World Summit Outcome", "#"],
])("%s is found under %s", (word, letter) => {
  expect(initialOf(word)).toBe(letter);
});

test("letters come once each, in order", () => {
  const terms = sortTerms([term("b", "b"), term("Éa", "a"), term("ab", "ab"), term("ea", "e")], "en");
  expect(groupByInitial(terms, "en").map(([letter]) => letter)).toEqual(["A", "B", "E"]);
});
