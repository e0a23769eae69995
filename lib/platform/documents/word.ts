import type { Locale } from "@/lib/platform/i18n/routing";

/** What became of a run of words, or of the end of a paragraph, since an earlier text. */
export type WordState = "same" | "added" | "removed" | "movedHere" | "movedAway";
export type WordRun = { readonly text: string; readonly state: WordState };

export const wordStyles = [
  "title",
  "heading",
  "label",
  "question",
  "text",
  "addressee",
  "source",
  "quote",
  "small",
] as const;
export type WordStyle = (typeof wordStyles)[number];

export type WordParagraph = {
  readonly style: WordStyle;
  /** Of the bookmark around its words, by which it is found again; letters, digits and underscores. */
  readonly name: string;
  readonly runs: readonly WordRun[];
  /** Of its end: a paragraph that was added or removed as a whole. */
  readonly end: WordState;
  /** Which paragraphs were moved together, from there to here. */
  readonly move?: number;
  /** Where it is not that of the document. */
  readonly language?: Locale;
  /** The comments on its words, by their place in the list. */
  readonly comments?: readonly number[];
};

export type WordComment = { readonly author: string; readonly at: Date; readonly lines: readonly string[] };

/** A document for Word, in one language, with its changes tracked. */
export type WordText = {
  readonly language: Locale;
  readonly title: string;
  readonly author: string;
  /** When it was written; a file made twice has the same bytes. */
  readonly at: Date;
  readonly properties: Readonly<Record<string, string>>;
  readonly paragraphs: readonly WordParagraph[];
  readonly comments: readonly WordComment[];
};

export const isLater = (state: WordState) => state === "same" || state === "added" || state === "movedHere";
export const isEarlier = (state: WordState) => state === "same" || state === "removed" || state === "movedAway";
