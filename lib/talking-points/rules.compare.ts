import { compareTexts, type TextChange } from "@/lib/platform/text/compare-texts";
import { foldText } from "@/lib/platform/text/fold";
import { type ClauseText, movedKeys } from "./rules.text";
import type { ClauseComparison } from "./schema.text";

/** So many of a dropped clause's words must have come into another one for it to be told as merged there. */
const mergedShare = 0.6;
/** Shorter clauses are in any other one by chance. */
const fewestTerms = 4;

const termsOf = (text: string | null) => foldText(text ?? "").match(/[\p{L}\p{N}]+/gu) ?? [];

function countTerms(text: string | null): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of termsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** How many of the words of `dropped` are among those that `after` has more of than `before`. */
function shareGained(dropped: string | null, before: string | null, after: string | null): number {
  const words = termsOf(dropped);
  if (words.length < fewestTerms) return 0;
  const gained = countTerms(after);
  for (const [word, count] of countTerms(before)) gained.set(word, (gained.get(word) ?? 0) - count);
  let found = 0;
  for (const word of words) {
    const left = gained.get(word) ?? 0;
    if (left <= 0) continue;
    gained.set(word, left - 1);
    found++;
  }
  return found / words.length;
}

/** The clause that took in the words of a dropped one, in either language; null where none did. */
function findMerged(dropped: ClauseText, before: ReadonlyMap<string, ClauseText>, after: readonly ClauseText[]) {
  let [best, key]: [number, string | null] = [0, null];
  for (const clause of after) {
    const earlier = before.get(clause.key);
    const share = Math.max(
      shareGained(dropped.en, earlier?.en ?? null, clause.en),
      shareGained(dropped.fr, earlier?.fr ?? null, clause.fr),
    );
    if (share > best) [best, key] = [share, clause.key];
  }
  return best >= mergedShare ? key : null;
}

const compare = (before: string | null | undefined, after: string | null | undefined): TextChange[] =>
  compareTexts(before ?? "", after ?? "").filter(({ text }) => text !== "");

export const comparePairs = (before: { en: string | null; fr: string | null } | null, after: typeof before) => ({
  en: compare(before?.en, after?.en),
  fr: compare(before?.fr, after?.fr),
});

const isMarked = ({ en, fr }: { en: TextChange[]; fr: TextChange[] }) =>
  [...en, ...fr].some(({ kind }) => kind === "added" || kind === "removed");

const questionOf = (it: ClauseText | null) => it && { en: it.questionEn, fr: it.questionFr };
const addresseeOf = (it: ClauseText | null) => it && { en: it.addresseeEn, fr: it.addresseeFr };

function compareClause(before: ClauseText | null, after: ClauseText | null) {
  const question =
    before?.questionEn || before?.questionFr || after?.questionEn || after?.questionFr
      ? comparePairs(questionOf(before), questionOf(after))
      : null;
  const of =
    before?.addresseeEn || before?.addresseeFr || after?.addresseeEn || after?.addresseeFr
      ? comparePairs(addresseeOf(before), addresseeOf(after))
      : null;
  const [from, to] = [before?.source ?? null, after?.source ?? null];
  const parts = {
    kind: { from: before?.kind ?? null, to: after?.kind ?? null },
    text: comparePairs(before, after),
    question,
    source: from === null && to === null ? null : { from, to },
    of,
  };
  const differs =
    parts.kind.from !== parts.kind.to ||
    from !== to ||
    [parts.text, question, of].some((it) => it !== null && isMarked(it));
  return { parts, differs };
}

/**
 * Two versions of a text, clause by clause in the order of the later one; what is gone stands after what preceded it. A
 * clause is the same one by its key; where a dropped one's words went into another, it was merged there.
 */
export function compareClauses(before: readonly ClauseText[], after: readonly ClauseText[]): ClauseComparison[] {
  const earlier = new Map(before.map((it) => [it.key, it]));
  const later = new Set(after.map(({ key }) => key));
  const moved = movedKeys(before, after);
  const wasAt = new Map(before.map(({ key }, at) => [key, at + 1]));

  const compared = after.map((clause, at): ClauseComparison => {
    const was = earlier.get(clause.key) ?? null;
    const { parts, differs } = compareClause(was, clause);
    const state = was === null ? "added" : differs ? "changed" : "kept";
    return {
      ...{ key: clause.key, state, moved: moved.has(clause.key), into: null, ...parts },
      ...{ number: at + 1, was: wasAt.get(clause.key) ?? null },
    };
  });
  let behind: string | null = null;
  for (const clause of before) {
    if (!later.has(clause.key)) {
      const into = findMerged(clause, earlier, after);
      const { parts } = compareClause(clause, null);
      const gone: ClauseComparison = {
        ...{ key: clause.key, state: into ? "merged" : "removed", moved: false, into, ...parts },
        ...{ number: null, was: wasAt.get(clause.key) ?? null },
      };
      compared.splice(behind === null ? 0 : compared.findIndex(({ key }) => key === behind) + 1, 0, gone);
    }
    behind = clause.key;
  }
  return compared;
}
