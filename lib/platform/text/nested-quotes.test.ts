import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { nestQuotes } from "./nested-quotes";

test("a quotation within a quotation has the marks of the second level, in each language", () => {
  expect(nestQuotes("“Report” names a body that nobody has asked.", "en")).toBe(
    "‘Report’ names a body that nobody has asked.",
  );
  expect(nestQuotes("«\u00a0Signaler\u00a0» nomme un organe.", "fr")).toBe("“Signaler” nomme un organe.");
  expect(nestQuotes('Not "in our name", nor "in theirs".', "en")).toBe("Not ‘in our name’, nor ‘in theirs’.");
});

test("marks of the other language, apostrophes and a lone mark stay as they are", () => {
  for (const text of ["Not « in our name ».", "It’s ours.", 'An inch is 1" long.', "“Unfinished"])
    expect(nestQuotes(text, "en")).toBe(text);
  expect(nestQuotes("Pas “in our name”.", "fr")).toBe("Pas “in our name”.");
});

test("whatever is quoted, its letters are all there in their order", () => {
  const letters = (text: string) => text.replace(/[“”‘’"«»\s]/g, "");
  const text = fc.string({ unit: fc.constantFrom("a", "é", " ", "\u00a0", "“", "”", '"', "«", "»", "’", ".") });
  fc.assert(
    fc.property(text, fc.constantFrom("en", "fr"), (quoted, language) => {
      expect(letters(nestQuotes(quoted, language))).toBe(letters(quoted));
    }),
  );
});
