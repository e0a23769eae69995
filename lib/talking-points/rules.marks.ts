import type { WalkAwayMark } from "@/lib/math/walk-away";
import { type ClauseMark, type EndorsementResponse, firstMarks } from "./constants";
import { applyAmendments, type Matter, type Text } from "./rules.amendments";

/**
 * The clauses at which a mark can name an amendment, by their keys: those that it changes. One that brings a clause, or another
 * text, changes none of those that are marked: what is marked "acceptable with it" would be words that nobody marked.
 */
export function clausesNamedBy(text: Text, it: Matter): string[] {
  if (it.kind === "new_clause" || it.kind === "whole") return [];
  if (it.kind === "everywhere") return [...applyAmendments(text, [it]).by.keys()];
  return text.clauses.some(({ key }) => key === it.clauseKey) && it.clauseKey !== null ? [it.clauseKey] : [];
}

type Given = { version: number; response: EndorsementResponse; clauses: readonly string[] };

/**
 * Every member is asked to mark the clauses but one that endorses the words in force, whole and without a reservation. Whoever
 * endorses some clauses only is asked about the others too.
 */
export const isConsulted = (given: Given | null, currentVersion: number) =>
  !(given?.version === currentVersion && given.response === "endorse" && given.clauses.length === 0);

const named: Record<ClauseMark, WalkAwayMark> = {
  acceptable: "acceptable",
  needs_change: "needsChange",
  cannot_sign: "cannotSign",
  would_leave: "wouldLeave",
};

/** A mark as the mathematics knows it: none is never acceptable. */
export const toWalkAwayMark = (mark: ClauseMark | null | undefined): WalkAwayMark => (mark ? named[mark] : "unmarked");

export const isRedLine = (mark: ClauseMark) => mark === "cannot_sign" || mark === "would_leave";

/** What the night says of a clause, once: nothing before the sixth mark, then whether one of those marks is a red line. */
export const redLineAfter = (marks: readonly ClauseMark[]): boolean | null =>
  marks.length < firstMarks ? null : marks.some(isRedLine);
