import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { anyText } from "@/tests/support/any-text";
import { fc } from "@/tests/support/fast-check";
import { toCsv, unescapeFormula } from "../files/csv";
import { toSheet, toXlsx } from "../files/xlsx";
import { readXlsx } from "../files/xlsx-read";
import { hasHidden, hasLetter, noCharacter, showsNothing } from "./characters";
import { digestOf, toCanonicalJson } from "./digest";
import { line, prose } from "./schema";

const reasonsOf = (shape: typeof texts, given: string) =>
  shape.safeParse(given).error?.issues.map(({ message }) => message) ?? [];
const texts = prose(2_000);
const names = line(200);

test.each([
  ["U+FFFF", "a\uffffb"],
  ["U+FFFE", "a\ufffeb"],
  ["a noncharacter beyond the first plane", "a\u{1ffff}b"],
  ["a noncharacter among Arabic forms", "a\ufdd0b"],
  ["a mark of annotated text", "a\ufff9b"],
  ["a bell", "a\u0007b"],
  ["a control of the upper half", "a\u0085b"],
])("%s is refused in every text", (_, given) => {
  expect(reasonsOf(texts, given)).toEqual(["controlCharacters"]);
  expect(reasonsOf(names, given)).toContain("controlCharacters");
});

test.each([
  ["a direction that is begun", "Cedar \u202edetimiL", "hiddenCharacters"],
  ["a mark of direction", "Cedar\u200e", "hiddenCharacters"],
  ["the Arabic mark of direction", "Cedar\u061c", "hiddenCharacters"],
  ["a joiner between Latin letters", "Ce\u200ddar", "hiddenCharacters"],
  ["a joiner at its end", "Cedar\u200c", "hiddenCharacters"],
  ["a variant of a letter", "Cedar\ufe0f", "hiddenCharacters"],
  ["a variant of the upper planes", "Cedar\u{e0101}", "hiddenCharacters"],
  ["a code of private use", "Cedar\ue000", "hiddenCharacters"],
  ["signs alone", "— · —", "noLetter"],
  ["a pictogram alone", "🌲", "noLetter"],
  ["a line end", "Cedar\rPine", "oneLine"],
])("a name with %s is refused", (_, given, reason) => {
  expect(reasonsOf(names, given)).toContain(reason);
});

test.each([
  ["what was pasted unseen", "Ce\u00addar\u200b \ufeffNetwork", "Cedar Network"],
  ["tags, fillers and formats that nobody lists", "Ce\u{e0041}d\u{e0042}a\u3164r\u2064", "Cedar"],
  [
    "letters that join",
    "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
    "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
  ],
  ["a pictogram of several", "Farmers 👩🏽\u200d🌾 1\ufe0f\u20e3", "Farmers 👩🏽\u200d🌾 1\ufe0f\u20e3"],
  [
    "the flag of a region",
    "Scotland 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
    "Scotland 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
  ],
  ["syllabics", "ᓄᓇᕗᑦ", "ᓄᓇᕗᑦ"],
])("a name with %s is taken", (_, given, kept) => {
  expect(names.parse(given)).toBe(kept);
});

test.each([
  ["a direction that stays open", "left \u202eright", "left \u202eright\u202c"],
  ["one that stays open over a line", "\u2067one\ntwo", "\u2067one\u2069\ntwo"],
  ["an end without a beginning", "one\u2069 two\u202c", "one two"],
  ["an embedding within an isolate", "\u2068a\u202bb\u2069 c", "\u2068a\u202bb\u202c\u2069 c"],
  ["what is closed already", "\u2067one\u2069 two", "\u2067one\u2069 two"],
])("prose with %s ends every direction with its line", (_, given, kept) => {
  expect(texts.parse(given)).toBe(kept);
});

test("nothing to see is nothing", () => {
  for (const given of ["\u200e\u200f", "\u202e\u202c", "\u200d", "\ufe0f", "\u3164\u2060 \n"])
    expect(texts.parse(given)).toBe("");
});

/** How deep the directions of a text are when it ends; null where it ends one that it did not begin. */
function depthAtEnd(text: string): number | null {
  const open: string[] = [];
  for (const letter of text) {
    if ("\u202a\u202b\u202d\u202e".includes(letter)) open.push("\u202c");
    else if ("\u2066\u2067\u2068".includes(letter)) open.push("\u2069");
    else if (letter === "\u202c" || letter === "\u2069") if (open.pop() !== letter) return null;
  }
  return open.length;
}

test("any text is refused, or is the same wherever it stands: kept, hashed, in JSON, in CSV and in a workbook", async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (given) => {
      const taken = texts.safeParse(given);
      if (!taken.success) {
        expect(noCharacter.test(given) || !given.isWellFormed()).toBe(true);
        return;
      }
      const { data: kept } = taken;
      expect(texts.parse(kept)).toBe(kept);
      expect(kept).not.toMatch(/\r|\p{Noncharacter_Code_Point}|[\u2028\u2029]/u);
      expect(kept === "" || !showsNothing(kept)).toBe(true);
      for (const part of kept.split("\n")) expect(depthAtEnd(part)).toBe(0);
      expect(JSON.parse(toCanonicalJson({ kept })).kept).toBe(kept);
      expect(digestOf([{ en: kept, fr: "" }])).toBe(
        createHash("sha256")
          .update(toCanonicalJson({ clauses: [{ en: kept, fr: "" }], v: 1 }))
          .digest("hex"),
      );
      const columns = [
        { header: "t", value: (it: string) => it },
        { header: "end", value: () => "." },
      ];
      const csv = (parse(toCsv(columns, [kept])) as string[][])[1]?.[0] ?? "";
      const cell = readXlsx(await toXlsx([toSheet("S", columns, [kept])]), 10).rows[1]?.cells[0] ?? "";
      expect([csv, String(cell)].map(unescapeFormula)).toEqual([kept, kept]);
    }),
    { numRuns: 120 },
  );
});

test("a name that is taken has a letter, nothing hidden, one line, and is itself when it comes back", () => {
  fc.assert(
    fc.property(anyText, (given) => {
      const taken = names.safeParse(given);
      if (!taken.success || taken.data === "") return;
      expect([hasLetter(taken.data), hasHidden(taken.data), /[\n\r\t]/.test(taken.data)]).toEqual([true, false, false]);
      expect(names.parse(taken.data)).toBe(taken.data);
    }),
    { numRuns: 300 },
  );
});
