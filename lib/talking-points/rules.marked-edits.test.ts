import { expect, test } from "vitest";
import { renderWord } from "@/lib/platform/documents/render-word";
import type { WordText } from "@/lib/platform/documents/word";
import { readDocx } from "@/lib/platform/files/docx-read";
import { clauseOf } from "@/tests/support/clause-texts";
import { fc } from "@/tests/support/fast-check";
import { labels, prose, toComplete, versionOf, wordOf } from "@/tests/support/word-texts";
import type { MarkedChange } from "./rules.marked-changes";
import { readMarkedText } from "./rules.marked-text";
import type { ClauseText } from "./rules.text";
import type { WordVersion } from "./rules.word";
import { clauseParts, readName, toPartName, toTitleName } from "./rules.word-names";

const written = fc.record({
  kind: fc.constantFrom("key_message" as const, "do_not_say" as const, "if_asked" as const),
  en: prose,
  question: prose,
});
const toClause = (key: string, { kind, en, question }: { kind: ClauseText["kind"]; en: string; question: string }) =>
  clauseOf(key, `${key}: ${en}`, { kind, questionEn: kind === "if_asked" ? `${key}? ${question}` : null });

/** A text, and what a board makes of it: words changed, clauses dropped, added and in another order. */
const edited = fc
  .tuple(
    fc.array(fc.tuple(written, written), { minLength: 1, maxLength: 7 }),
    fc.uniqueArray(fc.nat(9), { maxLength: 8 }),
    fc.subarray([0, 1, 2, 3, 4, 5, 6]),
  )
  .map(([pairs, order, changed]) => {
    const before = pairs.map(([it], at) => toClause(`clause-${at}`, it));
    const after = order.flatMap((at) => {
      const [first, second] = pairs[at % pairs.length] ?? [];
      if (!first || !second) return [];
      if (at >= pairs.length) return [toClause(`new-${at}`, second)];
      return [toClause(`clause-${at}`, changed.includes(at) ? { ...second, kind: first.kind } : first)];
    });
    return { before: versionOf(1, before), after: versionOf(2, after) };
  });

/** The same changes as if somebody had made them in the document of the earlier version: what they added has no name of ours. */
function asByBoard(text: WordText, before: WordVersion, after: WordVersion): WordText {
  const numberOf = (number: number) =>
    before.clauses.findIndex(({ key }) => key === after.clauses[number - 1]?.key) + 1;
  const rename = (name: string, isNew: boolean, at: number) => {
    const found = readName(name);
    if (found?.of === "frame" || found?.digest === before.digest.slice(0, 8)) return name;
    if (found?.of === "title") return toTitleName(before.digest, "en");
    const number = found?.of === "clause" && !isNew ? numberOf(found.number) : 0;
    return found?.of === "clause" && number > 0 ? toPartName(before.digest, number, found.part, "en") : `theirs_${at}`;
  };
  return {
    ...text,
    paragraphs: text.paragraphs.map((it, at) => ({ ...it, name: rename(it.name, it.end !== "same", at) })),
  };
}

type Outcome = { kind: string; question: string | null; en: string | null };

/** The text with these amendments, in the order in which they stand. */
function amended(before: WordVersion, changes: readonly MarkedChange[]): Outcome[] {
  const clauses = new Map<string, Outcome>(
    before.clauses.map((it) => [it.key, { kind: it.kind, question: it.questionEn, en: it.en }]),
  );
  const order = before.clauses.map(({ key }) => key);
  const insert = (key: string, after: string | null) => {
    let at = after === null ? 0 : order.indexOf(after) + 1;
    while (order[at]?.startsWith("added")) at++;
    order.splice(at, 0, key);
  };
  const amendments = changes.flatMap(({ amendment }) => amendment ?? []);
  for (const it of amendments) {
    if (it.kind !== "move") continue;
    order.splice(order.indexOf(it.clause), 1);
    order.splice(it.after === null ? 0 : order.indexOf(it.after) + 1, 0, it.clause);
  }
  amendments.forEach((it, at) => {
    if (it.kind === "words") {
      const was = clauses.get(it.clause);
      if (was)
        clauses.set(it.clause, { ...was, en: it.words?.en ?? was.en, question: it.question?.en ?? was.question });
    }
    if (it.kind === "new_clause") {
      const [{ kind, text, question }] = it.clauses;
      clauses.set(`added-${at}`, { kind, en: text.en ?? null, question: question?.en ?? null });
      insert(`added-${at}`, it.after);
    }
  });
  const dropped = new Set(amendments.flatMap((it) => (it.kind === "drop" ? [it.clause] : [])));
  return order.flatMap((key) => (dropped.has(key) ? [] : (clauses.get(key) ?? [])));
}

test("whatever a board changes, its amendments make the text that it wrote", async () => {
  await fc.assert(
    fc.asyncProperty(edited, async ({ before, after }) => {
      const text = asByBoard({ ...wordOf(after, { since: { ...before, titleEn: after.titleEn } }) }, before, after);
      const { changes } = readMarkedText(readDocx(await renderWord(text)), before, {
        language: "en",
        kinds: labels,
        toComplete,
      });
      expect(changes.filter(({ reason }) => reason !== null)).toEqual([]);
      const wanted = after.clauses.map(({ kind, en, questionEn }) => ({ kind, question: questionEn, en }));
      expect(amended(before, changes)).toEqual(wanted);
    }),
    { numRuns: 60 },
  );
});

test("a bookmark of ours is read as it was named, and no other one", () => {
  for (const part of clauseParts)
    expect(readName(toPartName("0123456789", 7, part, "fr"))).toEqual({
      of: "clause",
      number: 7,
      part,
      digest: "01234567",
      language: "fr",
    });
  for (const name of ["_GoBack", "clause_1_text_en_", "clause_1_other_en_01234567", "frame_1_en_01234567"])
    expect(readName(name)).toBeNull();
});
