import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { editsIn, linesOf, type Matter, type Text } from "./rules.amendments";
import { conflictsAmong } from "./rules.conflicts";
import { meet } from "./rules.edits";

const nothing = { questionEn: null, questionFr: null, source: null, addresseeEn: null, addresseeFr: null };
const sentence = fc
  .array(fc.constantFrom("force", "law", "the", "people", "protect", "first"), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(" "));
const keys = ["k0", "k1", "k2"];
const text: fc.Arbitrary<Text> = fc.tuple(sentence, sentence, sentence).map((lines) => ({
  ...{ titleEn: "The law of force", titleFr: null },
  clauses: lines.map((en, at) => ({ key: `k${at}`, kind: "key_message" as const, en, fr: `fr ${en}`, ...nothing })),
}));
const matter: fc.Arbitrary<Omit<Matter, "id">> = fc
  .record({
    kind: fc.constantFrom("words", "words", "words", "drop", "move", "new_clause", "everywhere", "everywhere", "whole"),
    clauseKey: fc.constantFrom(...keys),
    afterKey: fc.option(fc.constantFrom(...keys)),
    wordsEn: sentence,
    wordsFr: fc.option(sentence.map((it) => `fr ${it}`)),
    findEn: fc.constantFrom("force", "law", "the law", "people protect"),
  })
  .map((it) => ({
    ...{ ...it, kind: it.kind as Matter["kind"], questionEn: null, questionFr: null, findFr: null },
    ...{ titleEn: null, titleFr: null, clauses: [] },
    clauseKey: it.kind === "words" || it.kind === "drop" || it.kind === "move" ? it.clauseKey : null,
  }));

/** What a conflict of two is, asked of every pair. */
function isConflict(of: Text, one: Matter, other: Matter): boolean {
  const kinds = [one.kind, other.kind];
  if (kinds.includes("whole")) return true;
  if (one.clauseKey !== null && one.clauseKey === other.clauseKey) {
    if (kinds.includes("drop") && one.kind !== other.kind) return true;
    if (one.kind === "move" && other.kind === "move") return one.afterKey !== other.afterKey;
  }
  return linesOf(of).some(({ key, field, base }) => {
    const [some, others] = [one, other].map((it) => editsIn(it, key, field, base) ?? []);
    return some?.some((a) => others?.some((b) => meet(base ?? "", a, b)));
  });
}

/** From one to all whom it reaches over conflicts of two. */
function reach(of: Text, matters: readonly Matter[], from: Matter, seen = new Set<string>()): Set<string> {
  if (seen.has(from.id)) return seen;
  seen.add(from.id);
  for (const it of matters) if (it.id !== from.id && isConflict(of, from, it)) reach(of, matters, it, seen);
  return seen;
}

test("sets of conflicts are those that asking every pair would find, each in the order in which it was given", () => {
  fc.assert(
    fc.property(text, fc.array(matter, { maxLength: 9 }), (of, found) => {
      const matters = found.map((it, at) => ({ ...it, id: `m${at}` }));
      const sets = matters.map((it) => reach(of, matters, it)).filter((set) => set.size > 1);
      const listed = sets.map((set) => matters.map(({ id }) => id).filter((id) => set.has(id)));
      const distinct = [...new Map(listed.map((set) => [set.join(), set])).values()];
      expect(conflictsAmong(of, matters)).toEqual(distinct);
    }),
    { numRuns: 500 },
  );
});
