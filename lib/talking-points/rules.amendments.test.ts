import { describe, expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { appliesTo, applyAmendments, isTouched, type Matter, type Text } from "./rules.amendments";
import { conflictsAmong } from "./rules.conflicts";
import { planConsolidation } from "./rules.consolidation";
import { applyEdits, editsOf, occurrencesOf } from "./rules.edits";
import type { ClauseText } from "./rules.text";

const nothing = { questionEn: null, questionFr: null, source: null, addresseeEn: null, addresseeFr: null };
const clause = (key: string, en: string, fr: string | null = `En français : ${en}`): ClauseText => ({
  ...{ key, kind: "key_message", en, fr },
  ...nothing,
});
const matter = (id: string, it: Partial<Matter> & Pick<Matter, "kind">): Matter => ({
  ...{ id, clauseKey: null, afterKey: null, wordsEn: null, wordsFr: null, questionEn: null, questionFr: null },
  ...{ findEn: null, findFr: null, titleEn: null, titleFr: null, clauses: [], ...it },
});
const reword = (id: string, clauseKey: string, wordsEn: string | null, wordsFr: string | null = null) =>
  matter(id, { kind: "words", clauseKey, wordsEn, wordsFr });

const licence: Text = {
  titleEn: "No licence",
  titleFr: "Pas d’autorisation",
  clauses: [
    clause("a", "R2P is a framework for regional organizations. It is not a licence for any State to use force."),
    clause("b", "Canada should say so whenever R2P language is used."),
    clause("c", "Prevention comes first."),
  ],
};
const charter = reword(
  "charter",
  "a",
  "R2P is a framework for regional organizations acting under the Charter. It is not a licence for any State to use force.",
);
const legal = reword(
  "legal",
  "a",
  "R2P is a framework for regional organizations. It gives no legal authority for any State to use force.",
);
const allow = reword(
  "allow",
  "a",
  "R2P is a framework for regional organizations. It does not allow any State to use force.",
);

describe("several amendments to one clause", () => {
  test("that change other words of it are all taken over", () => {
    expect(conflictsAmong(licence, [charter, legal])).toEqual([]);
    expect(applyAmendments(licence, [charter, legal]).clauses[0]?.en).toBe(
      "R2P is a framework for regional organizations acting under the Charter. It gives no legal authority for any State to use force.",
    );
  });
  test("that change the same words are a set, and the others are not in it", () => {
    expect(conflictsAmong(licence, [charter, legal, allow, reword("canada", "b", "Canada must say so.")])).toEqual([
      ["legal", "allow"],
    ]);
  });
  test("in one language leave the other to follow; given in both, nothing is to follow", () => {
    expect(applyAmendments(licence, [reword("one", "b", "Canada says so.")]).clauses[1]).toMatchObject({ fr: null });
    expect(
      applyAmendments(licence, [reword("two", "b", "Canada says so.", "Le Canada le dit.")]).clauses[1],
    ).toMatchObject({
      ...{ en: "Canada says so.", fr: "Le Canada le dit." },
    });
  });
});

test("a dropped clause and other words for it are in conflict; a clause after it is not", () => {
  const drop = matter("drop", { kind: "drop", clauseKey: "b" });
  const after = matter("new", { kind: "new_clause", afterKey: "b", clauses: [clause("n", "A new one.")] });
  expect(conflictsAmong(licence, [drop, reword("words", "b", "Others."), after])).toEqual([["drop", "words"]]);
  expect(applyAmendments(licence, [drop, after]).clauses.map(({ key }) => key)).toEqual(["a", "n", "c"]);
});

test("words are found as words, in titles too, and a whole text is in conflict with everything", () => {
  const everywhere = matter("all", { kind: "everywhere", findEn: "licence", wordsEn: "permit" });
  const { titleEn, clauses } = applyAmendments(licence, [everywhere]);
  expect([titleEn, clauses[0]?.en?.includes("not a permit"), clauses[0]?.fr]).toEqual([
    ...["No permit", true, licence.clauses[0]?.fr],
  ]);
  expect(occurrencesOf("art", "Part of art, by art’s art-house", "x").map(({ from }) => from)).toEqual([8, 16, 22]);
  const whole = matter("whole", { kind: "whole", clauses: [clause("z", "All else.")] });
  expect(conflictsAmong(licence, [everywhere, whole, reword("canada", "b", "Canada must say so.")])).toEqual([
    ["all", "whole", "canada"],
  ]);
});

test("one whose clause is untouched moves along, and is marked when it is not", () => {
  const reworded = {
    ...licence,
    clauses: licence.clauses.map((it) => (it.key === "a" ? { ...it, en: "Other." } : it)),
  };
  expect(isTouched(licence, reworded, legal)).toBe(true);
  expect(isTouched(licence, reworded, reword("canada", "b", "Canada must say so."))).toBe(false);
  const shortened = { ...licence, clauses: licence.clauses.slice(0, 2) };
  expect(isTouched(licence, shortened, matter("drop", { kind: "drop", clauseKey: "c" }))).toBe(true);
  expect(isTouched(licence, shortened, matter("move", { kind: "move", clauseKey: "b", afterKey: null }))).toBe(false);
  expect(isTouched(licence, shortened, matter("all", { kind: "everywhere", findEn: "R2P", wordsEn: "it" }))).toBe(
    false,
  );
});

const sentence = fc
  .array(fc.constantFrom("force", "law", "the", "people", "protect", "l’accord", "first", "—", "Charter."), {
    ...{ minLength: 1, maxLength: 9 },
  })
  .map((parts) => parts.join(" "));
const text: fc.Arbitrary<Text> = fc
  .array(sentence, { minLength: 1, maxLength: 6 })
  .map((lines) => ({ titleEn: "Title", titleFr: null, clauses: lines.map((it, at) => clause(`k${at}`, it)) }));

const matterOf = ({ clauses }: Text, at: number): fc.Arbitrary<Matter> => {
  const key = fc.constantFrom(...clauses.map((it) => it.key));
  const anchor = fc.option(key);
  return fc.oneof(
    fc.tuple(key, sentence, fc.boolean()).map(([k, en, both]) => reword(`m${at}`, k, en, both ? `fr ${en}` : null)),
    key.map((clauseKey) => matter(`m${at}`, { kind: "drop", clauseKey })),
    fc
      .tuple(key, anchor)
      .filter(([k, after]) => k !== after)
      .map(([clauseKey, afterKey]) => matter(`m${at}`, { kind: "move", clauseKey, afterKey })),
    fc
      .tuple(anchor, sentence)
      .map(([afterKey, en]) => matter(`m${at}`, { kind: "new_clause", afterKey, clauses: [clause(`n${at}`, en)] })),
    sentence.map((wordsEn) => matter(`m${at}`, { kind: "everywhere", findEn: "force", wordsEn })),
  );
};
const drafted = text.chain((it) =>
  fc.record({ text: fc.constant(it), matters: fc.tuple(...[0, 1, 2, 3, 4].map((at) => matterOf(it, at))) }),
);

describe("whatever is amended", () => {
  test("the words that change turn a text into exactly the other one", () => {
    fc.assert(
      fc.property(sentence, sentence, (one, other) => {
        expect(applyEdits(one, editsOf(one, other))).toBe(other);
      }),
    );
  });

  test("words are found and replaced whatever signs they hold: hyphens, slashes, brackets, emoji", () => {
    const signs = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 });
    const text = fc.tuple(signs, signs).map(([find, by]) => ({ find, by, line: `A ${find} and (${find}).` }));
    fc.assert(
      fc.property(text, ({ find, by, line }) => {
        for (const { from, to } of occurrencesOf(find, line, by)) expect(line.slice(from, to)).toBe(find);
      }),
    );
    expect(occurrencesOf("peut-être / [2005]", "C’est peut-être / [2005].", "x")).toHaveLength(1);
  });

  test("what is not in conflict gives the same words in every order, and every one of them stands in the result", () => {
    fc.assert(
      fc.property(drafted, ({ text: before, matters }) => {
        const placed = matters.filter((it) => appliesTo(before, it));
        const blocked = new Set(conflictsAmong(before, placed).flat());
        const free = placed.filter(({ id }) => !blocked.has(id));
        const made = applyAmendments(before, free);
        const textOf = (it: Text) => it.clauses.map(({ key, en, fr }) => [key, en, fr].join("|")).sort();
        expect(textOf(applyAmendments(before, [...free].reverse()))).toEqual(textOf(made));
        const dropped = new Set(free.flatMap((it) => (it.kind === "drop" ? [it.clauseKey] : [])));
        const added = free.flatMap((it) => it.clauses.map(({ key }) => key));
        const left = before.clauses.map(({ key }) => key).filter((key) => !dropped.has(key));
        expect(made.clauses.map(({ key }) => key).sort()).toEqual([...left, ...added].sort());
      }),
    );
  });

  test("an amendment alone gives its own words, and one that touches nothing of another leaves that untouched", () => {
    fc.assert(
      fc.property(drafted, ({ text: before, matters }) => {
        for (const it of matters) {
          if (it.kind !== "words") continue;
          const made = applyAmendments(before, [it]).clauses.find(({ key }) => key === it.clauseKey);
          expect([made?.en, made?.fr]).toEqual([it.wordsEn, it.wordsFr]);
          for (const other of matters.filter(({ kind }) => kind === "words" || kind === "drop"))
            if (other.clauseKey !== it.clauseKey)
              expect(isTouched(before, applyAmendments(before, [it]), other)).toBe(false);
        }
      }),
    );
  });

  test("a version is planned exactly where nothing is in conflict and everything has its place", () => {
    fc.assert(
      fc.property(drafted, ({ text: before, matters }) => {
        const plan = planConsolidation({ ...before, digest: "" }, matters);
        const hinders = plan.conflicts.length > 0 || plan.placeless.length > 0;
        expect(plan.made === null).toBe(hinders || plan.obstacle === "nothingLeft");
      }),
    );
  });
});

test("words are found letter for letter, whatever signs stand in them", () => {
  for (const find of ["last-resort", "a.b", "(if)", "x/y", "$1", "[z]", "a\\b", "{n}", "«\u00a0oui\u00a0»"])
    expect(occurrencesOf(find, `It says ${find} here.`, "so")).toEqual([{ from: 8, to: 8 + find.length, text: "so" }]);
});
