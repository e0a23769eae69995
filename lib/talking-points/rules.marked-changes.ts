import { toCanonicalText } from "@/lib/platform/text/canonical";
import type { ClauseKind } from "./constants";
import type { WordFrame } from "./rules.word";
import type { Language } from "./rules.word-names";
import type { DraftNote, UnplacedReason } from "./schema.word";

export type Texts = { en?: string; fr?: string };
/** An amendment as its noun takes a draft of one. */
export type MarkedAmendment =
  | { kind: "words"; clause: string; words?: Texts; question?: Texts }
  | {
      kind: "new_clause";
      after: string | null;
      clauses: [{ kind: ClauseKind; text: Texts; question?: Texts }];
      summary?: Texts;
    }
  | { kind: "drop"; clause: string }
  | { kind: "move"; clause: string; after: string | null };

/** One change that a marked text makes. */
export type MarkedChange = {
  /** Of the file, counted from 1. */
  paragraph: number | null;
  /** Of the clause in the version that was marked. */
  number: number | null;
  before: string | null;
  after: string | null;
  amendment: MarkedAmendment | null;
  reason: UnplacedReason | null;
  /** What its draft still lacks. */
  note?: DraftNote;
};

export type Marking = {
  language: Language;
  kinds: Record<Language, WordFrame["kinds"]>;
  /** What the draft of a clause says of itself while its source, or whom it asks, is to be chosen. */
  toComplete: Record<DraftNote, string>;
};

export const isSameText = (one: string | null, other: string | null) =>
  toCanonicalText(one ?? "") === toCanonicalText(other ?? "");

export const unplaced = (
  reason: UnplacedReason,
  it: { number: number | null; paragraph: number | null; before?: string | null; after?: string | null },
): MarkedChange => ({
  ...{ paragraph: it.paragraph, number: it.number, before: it.before ?? null, after: it.after ?? null },
  ...{ amendment: null, reason },
});
