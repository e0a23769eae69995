import type { Clause } from "@/lib/talking-points/schema.text";
import type { ClauseNote } from "./clause-notes";

/** Whether it still waits for somebody: an objection, a contest, an amendment that no version took, a remark that is not resolved. */
export function isOpenNote(note: ClauseNote): boolean {
  if (note.kind === "amendment") return note.amendment.state === "open" || note.amendment.state === "draft";
  if (note.kind === "remark") return note.comment.state === "open";
  return note.kind === "objection" || note.kind === "contest";
}

/**
 * The keys of the clauses at which something is still open: a language that is missing or not compared, and notes
 * that wait for somebody; and whatever else of the page waits there.
 */
export function findOpenClauses(
  clauses: readonly Clause[],
  notes: readonly ClauseNote[],
  others: Iterable<string> = [],
): Set<string> {
  return new Set([
    ...clauses.filter(({ parity, text }) => parity.state !== "equal" || !text.en || !text.fr).map(({ key }) => key),
    ...notes.filter(isOpenNote).flatMap(({ clause }) => clause ?? []),
    ...others,
  ]);
}
