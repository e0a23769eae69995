import type { Judged, MarkedComment } from "./rules.marked-rows";
import { type DraftAmendment, draftAmendment } from "./schema.amendments";

type Wording = { en: string | null; fr: string | null; questionEn: string | null; questionFr: string | null };

/** What an amendment would change, whoever wrote it and whatever it says of itself. */
export type KeptMatter = {
  kind: string;
  clauseKey: string | null;
  afterKey: string | null;
  wordsEn: string | null;
  wordsFr: string | null;
  questionEn: string | null;
  questionFr: string | null;
  clauses: readonly Wording[];
};

/** The same for two amendments that would do the same. The kind of a new clause is chosen in its draft, and is not compared. */
export const matterName = (it: KeptMatter) =>
  JSON.stringify([
    ...[it.kind, it.clauseKey, it.afterKey, it.wordsEn, it.wordsFr, it.questionEn, it.questionFr],
    it.clauses.map(({ en, fr, questionEn, questionFr }) => [en, fr, questionEn, questionFr]),
  ]);

const toPair = (text: { en?: string | undefined; fr?: string | undefined } | undefined) => ({
  ...{ en: text?.en || null, fr: text?.fr || null },
});

const toMatter = (it: DraftAmendment): KeptMatter => {
  const [words, question] = [toPair(it.words), toPair(it.question)];
  return {
    ...{ kind: it.kind, clauseKey: it.clause ?? null, afterKey: it.after ?? null },
    ...{ wordsEn: words.en, wordsFr: words.fr, questionEn: question.en, questionFr: question.fr },
    clauses: (it.clauses ?? []).map((clause) => {
      const asked = toPair(clause.question);
      return { ...toPair(clause.text), questionEn: asked.en, questionFr: asked.fr };
    }),
  };
};

type Remark = Pick<MarkedComment, "clause" | "amendment" | "quote" | "text">;

export const remarkName = (it: Remark) => JSON.stringify([it.clause, it.amendment, it.quote, it.text]);

type Kept = { id: string; number: number | null };
/** What the organization has already: its amendments by what they change, its remarks by what they say. */
export type Known = { amendments: ReadonlyMap<string, Kept>; remarks: ReadonlyMap<string, Kept> };

/** A row that says what the organization has here already becomes nothing a second time, and names what there is. */
export function recognizeRow(row: Judged, { amendments, remarks }: Known): Judged {
  const { draft, said } = row;
  const amendment = draft && amendments.get(matterName(toMatter(draftAmendment.parse(draft))));
  if (amendment) return { ...row, what: "already", draft: null, note: null, kept: { kind: "amendment", ...amendment } };
  const remark = said && remarks.get(remarkName(said));
  return remark ? { ...row, what: "already", said: null, kept: { kind: "comment", ...remark } } : row;
}
