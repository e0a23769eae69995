import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { db } from "../db/client";
import { foldText } from "./fold";

const foldThere = async (texts: string[]) => {
  const rows = await db.$queryRaw<{ folded: string }[]>`
    SELECT fold(text) AS "folded" FROM unnest(${texts}::text[]) WITH ORDINALITY AS t(text, at) ORDER BY at`;
  return rows.map(({ folded }) => folded);
};

const spoken = [
  "Des réfugiées, d’où qu’elles viennent : « protégées »",
  "Pages 138–139, 138‑139, 138—139, C‐34, S/RES/1674 (2006)",
  "Œuvre, ŒUVRE, œuvre, ex æquo, ÆGIS",
  "L'Été — L‘été — Lʼété — L´été — L`été",
  "Kwakwa̱ka̱ʼwakw, Nisg̱a’a, Łutsël K’é, ᐃᓄᒃᑎᑐᑦ",
  "“on the\u202ffence”\u00a0; ‹ah›\t\n so\u00adft, no\u200bthing, \ufeffbegin",
  "İstanbul, ΟΔΟΣ, ﬁn, ½, №, ＡＢＣ, straße",
];

test("the database folds a text as the pages do, letter for letter", async () => {
  expect(await foldThere(spoken)).toEqual(spoken.map(foldText));
  // Of every letter of the European alphabets, the marks beside them, and punctuation.
  const letter = fc.oneof(
    fc.integer({ min: 0x20, max: 0x52f }),
    fc.integer({ min: 0x1e00, max: 0x1fff }),
    fc.integer({ min: 0x2000, max: 0x206f }),
    fc.integer({ min: 0x2100, max: 0x22ff }),
    fc.integer({ min: 0x1400, max: 0x167f }),
    fc.integer({ min: 0xfb00, max: 0xfb06 }),
    fc.constantFrom(...[..." '’-‑–«»“”œŒæÆéÉ´`\n"].map((it) => it.codePointAt(0) ?? 0)),
  );
  const texts = fc.array(letter, { maxLength: 60 }).map((codes) => String.fromCodePoint(...codes));
  await fc.assert(
    fc.asyncProperty(fc.array(texts, { minLength: 1, maxLength: 200 }), async (all) => {
      expect(await foldThere(all)).toEqual(all.map(foldText));
      expect(all.map((it) => foldText(foldText(it)))).toEqual(all.map(foldText));
    }),
    { numRuns: 30 },
  );
});
