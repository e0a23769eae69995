import { expect, test } from "vitest";
import { foldText } from "@/lib/platform/text/fold";
import { fc } from "@/tests/support/fast-check";
import { findAddress, findName, foldName, replaceMatches } from "./find-names";

const whole = (text: string, name: string) => {
  const found = findName(text, name);
  return { rest: replaceMatches(text, found, "…"), joined: found.some((it) => it.joined) };
};

test.each([
  ["Anna K.", "Letter of Anna K., chair", "Letter of …, chair"],
  ["Anna K.", "Signed: Anna K.", "Signed: …"],
  ["Anna K.", "ANNA K.: yes", "…: yes"],
  ["(Anna) Roy", "by (Anna) Roy.", "by …."],
  ["Anna Roy", "the chair (Anna Roy), 4 May", "the chair (…), 4 May"],
  ["Anna Roy", "« Anna Roy »", "« … »"],
  ["Anna Roy", "«\u00a0anna\u00a0roy\u00a0»", "«\u00a0…\u00a0»"],
  ["Anna Roy", "“Anna Roy”: Anna Roy's letter, Anna Roy’s minute", "“…”: …'s letter, …’s minute"],
  ["Anna Roy", "le mandat d’Anna Roy, qu'Anna Roy signe", "le mandat d’…, qu'… signe"],
  ["Marie-Ève Côté", "MARIE‑EVE COTE, présidente", "…, présidente"],
  ["Marie-Eve Cote", "Marie-E\u0301ve Co\u0302te\u0301.", "…."],
  ["Ève O’Brien", "Eve O'Brien and EVE O’BRIEN", "… and …"],
  ["Jean «Jo» Roy", "Jean Jo Roy / Jean “Jo” Roy", "… / …"],
  ["Zoë Œllers", "zoe oellers", "…"],
  ["李明", "(李明) 2026", "(…) 2026"],
  ["Ольга К.", "по письму Ольга К.", "по письму …"],
  ["Anna  Roy", "Anna\n Roy", "…"],
])("the name %s is found as words in %s", (name, text, rest) => {
  expect(whole(text, name)).toEqual({ rest, joined: false });
});

test.each([
  ["Anna K", "Anna Klein"],
  ["Anna Roy", "Anna Royer, Susanna Roy, Anna Roy2"],
  ["Brien", "O'Brien, O’Brien"],
  ["Roy", "royalty, Leroy, Roi"],
  ["K.", "K. Smith"],
  ["—", "a — b"],
  ["A", "A"],
])("%s is not a part of another word, nor anything too short: %s", (name, text) => {
  expect(findName(text, name)).toEqual([]);
});

test.each([
  ["Anna Roy", "Anna Roy-Tremblay"],
  ["Anna Roy", "co-Anna Roy"],
  ["Anna K.", "Anna K.ing"],
  ["李明", "由李明授权"],
])("%s in %s is told apart: it may be somebody else", (name, text) => {
  expect(whole(text, name).joined).toBe(true);
});

test("an address is found whole, and never inside another one", () => {
  const email = "ann@red.example";
  for (const text of ["ann@red.example", "<ANN@Red.example>", "mailto:ann@red.example?x", "Write to ann@red.example."])
    expect(findAddress(text, email), text).toHaveLength(1);
  for (const text of ["joann@red.example", "jo.ann@red.example", "jo+ann@red.example", "o'ann@red.example"])
    expect(findAddress(text, email), text).toEqual([]);
  for (const text of ["ann@red.example.org", "ann@red.example-b.org", "ann@red.examples"])
    expect(findAddress(text, email), text).toEqual([]);
});

const letters = fc.constantFrom(..."aéÉœ«’' -–.(\u00a0\u0301\u200bKß李Ω\n".split(""));
const texts = fc.array(letters, { maxLength: 24 }).map((all) => all.join(""));

test("wherever a name stands between spaces it is found, and what is found always reads as the name", () => {
  fc.assert(
    fc.property(texts, texts, texts, (name, before, after) => {
      const wanted = foldName(name);
      fc.pre(wanted !== null && !/^\p{M}/u.test(name));
      const text = `${before}\n${name}\n${after}`;
      const found = findName(text, name);
      expect(found.length).toBeGreaterThan(0);
      for (const { start, end } of found) expect(foldText(text.slice(start, end)).trim()).toBe(wanted);
    }),
  );
});
