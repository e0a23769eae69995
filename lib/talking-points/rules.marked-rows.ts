import type { Docx, DocxComment } from "@/lib/platform/files/docx-read";
import { sha256, toCanonicalJson } from "@/lib/platform/text/digest";
import { findQuoted } from "./rules.comments";
import type { MarkedAmendment, MarkedChange, Marking } from "./rules.marked-changes";
import type { MarkedParagraph } from "./rules.marked-paragraphs";
import { readMarkedText } from "./rules.marked-text";
import { isSameWording } from "./rules.text";
import type { WordVersion } from "./rules.word";
import { isSigned } from "./rules.word-notes";
import { draftAmendment } from "./schema.amendments";
import { commentInput } from "./schema.comments";
import type { MarkedRow, UnplacedReason } from "./schema.word";

/** A remark as it would be said. */
export type MarkedComment = { clause: string | null; amendment: string | null; quote: string | null; text: string };

/** A row of the preview, with what it would become. */
export type Judged = MarkedRow & { draft: MarkedAmendment | null; said: MarkedComment | null };

/** The comments of ours that a document holds, by their words: the amendment that each tells of. */
export type Returned = ReadonlyMap<string, { id: string; version: number; clause: string | null }>;

export type Judging = Marking & { of: WordVersion; current: WordVersion; notes: Returned };

/** Words that others wrote meanwhile are not amended by words that were written on earlier ones. */
function adjustToCurrent(change: MarkedChange, { of, current }: Judging): MarkedChange {
  const { amendment } = change;
  if (amendment === null || of.number === current.number) return change;
  const now = new Map(current.clauses.map((it) => [it.key, it]));
  const refuse = (reason: UnplacedReason) => ({ ...change, amendment: null, reason });
  if (amendment.kind !== "new_clause") {
    const clause = now.get(amendment.clause);
    if (!clause) return refuse("goneMeanwhile");
    const was = of.clauses.find(({ key }) => key === amendment.clause);
    if (amendment.kind !== "move" && (!was || !isSameWording(clause, was))) return refuse("changedMeanwhile");
  }
  if (amendment.kind === "new_clause" || amendment.kind === "move") {
    if (amendment.after !== null && !now.has(amendment.after)) return refuse("goneMeanwhile");
  }
  return change;
}

/** What the noun of amendments would refuse is listed, with its words. */
function checkDraft(change: MarkedChange): MarkedChange {
  if (change.amendment === null || draftAmendment.safeParse(change.amendment).success) return change;
  const isLong = draftAmendment.safeParse(change.amendment).error?.issues.some(({ code }) => code === "too_big");
  return { ...change, amendment: null, reason: isLong ? "tooLong" : "notText" };
}

const whatOf = (it: MarkedAmendment | null): MarkedRow["what"] =>
  it === null ? "unplaced" : it.kind === "words" ? "wording" : it.kind;

function toRow(change: MarkedChange, { of }: Judging): Omit<Judged, "row"> {
  const { amendment, paragraph, number, before, after, reason, note = null } = change;
  const place = amendment && "after" in amendment ? amendment.after : undefined;
  return {
    ...{ what: whatOf(amendment), paragraph, clause: number, before, after, reason, quote: null, kept: null },
    note: amendment && note,
    place: place === undefined ? null : of.clauses.findIndex(({ key }) => key === place) + 1,
    ...{ draft: amendment, said: null },
  };
}

/** The clause that a remark is about: that of its words, or of the paragraph in which it begins. */
function numberOf(comment: DocxComment, placed: readonly MarkedParagraph[]): number | null {
  const found = placed.find(
    ({ number, place }) => number === comment.paragraph && (place.of === "part" || place.of === "split"),
  );
  if (found?.place.of === "part") return found.place.number;
  if (found?.place.of === "split") return found.place.numbers[0] ?? null;
  const [named] = comment.names.flatMap((it) => /^clause_(\d+)_/.exec(it)?.[1] ?? []);
  return named ? Number(named) : null;
}

/** The words stay with the remark where the clause does not have them. */
const withQuote = (quote: string, text: string) => (quote.trim() === "" ? text : `« ${quote.trim()} » ${text}`);

function toComment(comment: DocxComment, placed: readonly MarkedParagraph[], docx: Docx, judging: Judging) {
  const { of, current, language, notes } = judging;
  const number = numberOf(comment, placed);
  const parent = docx.comments.find((it) => it.number === comment.answers);
  const answered = parent ? notes.get(parent.text) : undefined;
  const key = number === null ? null : (of.clauses[number - 1]?.key ?? null);
  const now = current.clauses.find((it) => it.key === key);
  const texts = now ? (language === "en" ? [now.en, now.questionEn] : [now.fr, now.questionFr]) : [];
  const quote = answered ? null : findQuoted(texts, comment.quote);
  const shown = { paragraph: comment.paragraph, clause: number, quote: comment.quote || null };
  const isAnswer = answered !== undefined && answered.version === current.number;
  const said: MarkedComment = {
    ...{ clause: isAnswer ? answered.clause : (now?.key ?? null), amendment: isAnswer ? answered.id : null, quote },
    text: quote === null && !isAnswer ? withQuote(comment.quote, comment.text) : comment.text,
  };
  const parsed = commentInput.safeParse({
    ...{ id: "a", onBehalfOf: "a", version: current.number, language, text: said.text },
    ...{ clause: said.clause ?? undefined, quote: quote ?? undefined },
  });
  const isLong = parsed.error?.issues.some(({ code }) => code === "too_big");
  const reason = parsed.success ? null : isLong ? ("tooLong" as const) : ("notText" as const);
  return {
    ...{ what: reason === null ? ("comment" as const) : ("unplaced" as const), ...shown, place: null, reason },
    ...{ before: null, after: comment.text, draft: null, note: null, kept: null },
    said: parsed.success ? { ...said, text: parsed.data.text } : null,
  };
}

/** What a marked text would become, row by row. Comments of ours that came back unchanged are counted alone. */
export function judgeMarkedText(docx: Docx, judging: Judging) {
  const { changes, placed } = readMarkedText(docx, judging.of, judging);
  const own = docx.comments.filter(({ text }) => isSigned(text));
  const remarks = docx.comments.filter((it) => !own.includes(it) && (it.text.trim() !== "" || it.quote.trim() !== ""));
  const rows: Omit<Judged, "row">[] = [
    ...changes.map((it) => toRow(checkDraft(adjustToCurrent(it, judging)), judging)),
    ...remarks.map((it) => toComment(it, placed, docx, judging)),
  ];
  return {
    rows: rows.map((it, at): Judged => ({ row: at + 1, ...it })),
    returned: own.length,
    /** Whether any of it is the text at all. */
    known: placed.some(({ place }) => place.of !== "new"),
  };
}

/** Of everything that would be stored, and of the words that it was compared with. */
export const digestRows = (onBehalfOf: string, current: WordVersion, rows: readonly Judged[]) =>
  sha256(toCanonicalJson({ onBehalfOf, current: current.digest, rows: JSON.parse(JSON.stringify(rows)) }));
