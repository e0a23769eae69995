import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
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

test.each([
  [
    "an elided article stays where only its noun changes",
    "l’engagement de 2005",
    "l’accord de 2005",
    ["engagement"],
    ["accord"],
  ],
  [
    "an elision is part of what is replaced with it",
    "par l’emploi seul",
    "par la force seule",
    ["l’emploi seul"],
    ["la force seule"],
  ],
  ["a hyphenated word is one word", "Au Proche-Orient", "Au Moyen-Orient", ["Proche-Orient"], ["Moyen-Orient"]],
  ["an English contraction is one word", "They don’t agree", "They didn’t agree", ["don’t"], ["didn’t"]],
  ["a no-break space is a space", "la RdP\u00a0: une norme", "la RdP : une règle", ["norme"], ["règle"]],
  [
    "a narrow one as well, and a typed apostrophe",
    "«\u202fl'eau\u202f» est là",
    "«\u00a0l’eau\u00a0» est ici",
    ["là"],
    ["ici"],
  ],
  ["a no-break hyphen is a hyphen", "peut\u2011être demain", "peut-être hier", ["demain"], ["hier"]],
])("%s", (_, before, after, gone, come) => {
  const changes = compareTexts(before, after);
  const of = (kind: string) => changes.filter((it) => it.kind === kind).map(({ text }) => text);
  expect([of("removed"), of("added")]).toEqual([gone, come]);
});

test("whatever the two texts are, both can be read back letter by letter, as a reader sees them", () => {
  const seen = (text: string) =>
    text
      .normalize("NFC")
      .replace(/[^\S\n]/g, " ")
      .replace(/[\u2010\u2011]/g, "-")
      .replaceAll("'", "’");
  const piece = fc.constantFrom(
    "l’",
    "eau",
    "l'",
    "peut-être",
    " ",
    "\u00a0",
    "  ",
    "\n",
    ":",
    "é",
    "e\u0301",
    "2005",
    "😀",
    "don’t",
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = compareTexts(before, after);
      if (changes.some(({ kind }) => kind === "typography")) return;
      expect(seen(read(changes, "added"))).toBe(seen(before));
      expect(seen(read(changes, "removed"))).toBe(seen(after));
    }),
  );
});
