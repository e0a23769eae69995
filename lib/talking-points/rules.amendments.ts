import type { AmendmentKind } from "./constants";
import { applyEdits, type Edit, editsOf, occurrencesOf } from "./rules.edits";
import { type ClauseText, isSameClause, movedKeys, type TitleText } from "./rules.text";

/** What an amendment is to do with a text; `clauses` are those that it brings. */
export type Matter<C extends ClauseText = ClauseText> = {
  id: string;
  kind: AmendmentKind;
  clauseKey: string | null;
  afterKey: string | null;
  wordsEn: string | null;
  wordsFr: string | null;
  questionEn: string | null;
  questionFr: string | null;
  findEn: string | null;
  findFr: string | null;
  titleEn: string | null;
  titleFr: string | null;
  clauses: readonly C[];
};

export type Text<C extends ClauseText = ClauseText> = TitleText & { clauses: readonly C[] };

const clauseFields = ["en", "fr", "questionEn", "questionFr"] as const;
const titleFields = ["titleEn", "titleFr"] as const;
type ClauseField = (typeof clauseFields)[number];
type Field = ClauseField | (typeof titleFields)[number];

const wordingOf = (it: Matter): Record<ClauseField, string | null> => ({
  ...{ en: it.wordsEn, fr: it.wordsFr, questionEn: it.questionEn, questionFr: it.questionFr },
});
const isEnglish = (field: Field) => field === "en" || field.endsWith("En");

/** What an amendment changes in one line of a text; null where it leaves it alone. */
export function editsIn(it: Matter, key: string | null, field: Field, base: string | null): Edit[] | null {
  if (it.kind === "everywhere") {
    const [find, words] = isEnglish(field) ? [it.findEn, it.wordsEn] : [it.findFr, it.wordsFr];
    const edits = find && base && words !== null ? occurrencesOf(find, base, words) : [];
    return edits.length > 0 ? edits : null;
  }
  if (it.kind !== "words" || key !== it.clauseKey) return null;
  const words = field === "titleEn" || field === "titleFr" ? null : wordingOf(it)[field];
  return words === null ? null : editsOf(base ?? "", words);
}

/** Every line of a text that words can change in. */
export const linesOf = (text: Text) => [
  ...titleFields.map((field) => ({ key: null, field, base: text[field] })),
  ...text.clauses.flatMap((clause) => clauseFields.map((field) => ({ key: clause.key, field, base: clause[field] }))),
];

/** Whether it finds in the text what it is about. */
export function appliesTo(text: Text, it: Matter): boolean {
  const has = (key: string | null) => text.clauses.some((clause) => clause.key === key);
  if (it.kind === "words" || it.kind === "drop") return has(it.clauseKey);
  if (it.kind === "move") return has(it.clauseKey) && (it.afterKey === null || has(it.afterKey));
  if (it.kind === "new_clause") return it.afterKey === null || has(it.afterKey);
  return it.kind === "whole" || linesOf(text).some(({ key, field, base }) => editsIn(it, key, field, base) !== null);
}

/**
 * One line with everything that is to change in it. Words that were given in one language alone leave the other language to
 * follow: a sentence that says something else is worse than one that is missing.
 */
function rewriteLine(matters: readonly Matter[], key: string | null, field: Field, base: string | null) {
  const lists = matters.flatMap((it) => {
    const edits = editsIn(it, key, field, base);
    return edits ? [{ it, edits }] : [];
  });
  if (lists.length === 0) return { words: isToFollow(matters, key, field) ? null : base, by: [] };
  const [only] = lists;
  const whole = lists.length === 1 && only?.it.kind === "words" && field !== "titleEn" && field !== "titleFr";
  return {
    words: whole
      ? wordingOf(only.it)[field]
      : applyEdits(
          base ?? "",
          lists.flatMap(({ edits }) => edits),
        ),
    by: lists.map(({ it }) => it.id),
  };
}

const other = { en: "fr", fr: "en", questionEn: "questionFr", questionFr: "questionEn" } as const;

const isToFollow = (matters: readonly Matter[], key: string | null, field: Field) =>
  field !== "titleEn" &&
  field !== "titleFr" &&
  matters.some((it) => it.kind === "words" && it.clauseKey === key && wordingOf(it)[other[field]] !== null);

export type Applied<C extends ClauseText> = Text<C> & {
  clauses: C[];
  /** Whose words each clause has now, where they are another's than before. */
  by: Map<string, string[]>;
};

/** A text with amendments that are not in conflict and have their place in it. The order matters only to new clauses at one place. */
export function applyAmendments<C extends ClauseText>(text: Text<C>, matters: readonly Matter<C>[]): Applied<C> {
  const by = new Map<string, string[]>();
  const whole = matters.find(({ kind }) => kind === "whole");
  if (whole) {
    const titled = whole.titleEn !== null || whole.titleFr !== null;
    const { titleEn, titleFr } = titled ? whole : text;
    const before = new Map(text.clauses.map((it) => [it.key, it]));
    for (const it of whole.clauses) if (!isSameClause(it, before.get(it.key))) by.set(it.key, [whole.id]);
    return { titleEn, titleFr, clauses: [...whole.clauses], by };
  }
  const title = (field: "titleEn" | "titleFr") => rewriteLine(matters, null, field, text[field]).words;
  let clauses = text.clauses.map((clause) => {
    const written = clauseFields.map(
      (field) => [field, rewriteLine(matters, clause.key, field, clause[field])] as const,
    );
    const authors = [...new Set(written.flatMap(([, line]) => line.by))];
    if (authors.length > 0) by.set(clause.key, authors);
    return { ...clause, ...Object.fromEntries(written.map(([field, line]) => [field, line.words])) };
  });
  const behind = (key: string | null) => clauses.findIndex((it) => it.key === key) + 1;
  for (const it of matters.filter(({ kind }) => kind === "move")) {
    const moved = clauses.find(({ key }) => key === it.clauseKey);
    if (!moved) continue;
    clauses = clauses.filter((clause) => clause !== moved);
    clauses.splice(behind(it.afterKey), 0, moved);
  }
  const last = new Map<string | null, string>();
  for (const it of matters.filter(({ kind }) => kind === "new_clause")) {
    for (const clause of it.clauses) {
      clauses.splice(behind(last.get(it.afterKey) ?? it.afterKey), 0, clause);
      last.set(it.afterKey, clause.key);
      by.set(clause.key, [it.id]);
    }
  }
  const dropped = new Set(matters.filter(({ kind }) => kind === "drop").map((it) => it.clauseKey));
  clauses = clauses.filter(({ key }) => !dropped.has(key));
  return { titleEn: title("titleEn"), titleFr: title("titleFr"), clauses, by };
}

/**
 * Whether what an amendment is about reads otherwise than when it was written: its clause, the one after which it stands, or
 * the places where its words occur. An untouched one moves along to the words in force.
 */
export function isTouched(before: Text, now: Text, it: Matter): boolean {
  const earlier = new Map(before.clauses.map((clause) => [clause.key, clause]));
  const later = new Map(now.clauses.map((clause) => [clause.key, clause]));
  const differs = (key: string | null) => {
    const was = key === null ? undefined : earlier.get(key);
    return key !== null && (was === undefined || !isSameClause(was, later.get(key)));
  };
  if (!appliesTo(now, it)) return true;
  if (it.kind === "words" || it.kind === "drop") return differs(it.clauseKey);
  if (it.kind === "new_clause") return differs(it.afterKey);
  if (it.kind === "move")
    return differs(it.clauseKey) || movedKeys(before.clauses, now.clauses).has(it.clauseKey ?? "");
  if (it.kind === "everywhere") {
    const found = (text: Text) =>
      linesOf(text).flatMap(({ key, field, base }) => (editsIn(it, key, field, base) ? [[key, field, base]] : []));
    return JSON.stringify(found(before)) !== JSON.stringify(found(now));
  }
  const sameTitle = before.titleEn === now.titleEn && before.titleFr === now.titleFr;
  const keys = (text: Text) => text.clauses.map(({ key }) => key).join();
  return !sameTitle || keys(before) !== keys(now) || now.clauses.some(({ key }) => differs(key));
}
