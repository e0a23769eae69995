import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { differInTypographyOnly, toCanonicalText } from "./canonical";

test.each([
  ["letters that are composed differently", "re\u0301sume\u0301", "résumé"],
  ["a line end of every kind", "a\r\nb\rc\u2028d\u2029e\nf", "a\nb\nc\nd\ne\nf"],
  ["what nobody sees", "\ufeffpro\u00adtec\u200btion\u2060", "protection"],
  ["a typed apostrophe between letters", "l'eau, O'Brien, aujourd'hui", "l’eau, O’Brien, aujourd’hui"],
  ["an apostrophe after a letter with its accent apart", "Kwakwa\u0331'wakw", "Kwakwa\u0331’wakw"],
  ["narrow spaces of French", "10\u202f000 $ : « oui\u2009! »", "10\u00a0000 $ : « oui\u00a0! »"],
  ["a thin space after an opening quotation mark", "«\u2009oui\u202f»", "«\u00a0oui\u00a0»"],
  ["a hyphen of another code", "Laval\u2010Ouest", "Laval-Ouest"],
  ["spaces around it", "  text \n", "text"],
])("%s has one form", (_, typed, stored) => {
  expect(toCanonicalText(typed)).toBe(stored);
});

test.each([
  "a 'quoted' word",
  "5' 11",
  "the states' duty",
  "thin\u2009space between words",
  "no\u2011break",
  "a – b — c",
])("%j stays as it was typed", (typed) => {
  expect(toCanonicalText(typed)).toBe(typed);
});

const letters = [..."aé'’ \n\r\u2028\u00ad\u200b\u2060\ufeff\u2009\u202f\u00a0\u2010-«»:!8e\u0301\u0331ʼ"];
const text = fc.string({ unit: fc.oneof(fc.constantFrom(...letters), fc.string({ unit: "grapheme", maxLength: 1 })) });

test("the canonical form of a canonical text is itself", () => {
  fc.assert(
    fc.property(text, (it) => {
      const once = toCanonicalText(it);
      expect(toCanonicalText(once)).toBe(once);
    }),
  );
});

test("texts that differ by their typography alone are told from texts that differ by their words", () => {
  expect(differInTypographyOnly("l'eau «\u2009vive\u2009»", "l’eau «\u00a0vive\u00a0»")).toBe(true);
  expect(differInTypographyOnly("l’eau", "l’eau")).toBe(false);
  expect(differInTypographyOnly("l’eau", "l’air")).toBe(false);
});
