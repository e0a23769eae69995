import type { Endorsement } from "@/lib/talking-points/schema.endorsements";
import type { Clause, VersionName } from "@/lib/talking-points/schema.text";
import { type Anchor, letterAt, type NoteKind } from "./mark-anchors";

type Contest = VersionName["contests"][number];

/** What stands beside the words: an answer that qualifies them, or a contest of a change that was called editorial. */
export type ClauseNote = { letter: string | null; clause: string | null } & (
  | { kind: Exclude<NoteKind, "contest">; answer: Endorsement }
  | { kind: "contest"; contest: Contest }
);

const kindOf: Partial<Record<Endorsement["response"], Exclude<NoteKind, "contest">>> = {
  object: "objection",
  stand_aside: "standAside",
  endorse_with_reservation: "reservation",
};
const order: NoteKind[] = ["objection", "standAside", "reservation", "contest"];

/** The clause a note stands at: of its exact words, or the one clause it is about; else it is about the whole text. */
const clauseOf = ({ anchor, clauses }: Endorsement) => anchor?.clause ?? (clauses.length === 1 ? clauses[0] : null);

/**
 * Everything that is said about a version, in the order in which a margin is read, lettered through the document: the same
 * letters in both languages. What has no exact words has no letter.
 */
export function collectNotes(
  clauses: readonly Clause[],
  answers: readonly Endorsement[],
  contests: readonly Contest[],
): ClauseNote[] {
  const place = new Map(clauses.map(({ key }, index) => [key, index]));
  const notes = [
    ...answers.flatMap((answer) => {
      const kind = kindOf[answer.response];
      const clause = clauseOf(answer) ?? null;
      return kind ? [{ kind, answer, clause: clause !== null && place.has(clause) ? clause : null }] : [];
    }),
    ...contests.map((contest) => ({ kind: "contest" as const, contest, clause: contest.clause })),
  ];
  const at = (clause: string | null) => (clause === null ? clauses.length : (place.get(clause) ?? clauses.length));
  notes.sort((a, b) => at(a.clause) - at(b.clause) || order.indexOf(a.kind) - order.indexOf(b.kind));
  let lettered = 0;
  return notes.map((note) => ({
    ...note,
    letter: note.kind !== "contest" && note.answer.anchor && note.clause !== null ? letterAt(lettered++) : null,
  }));
}

/** The exact words in one language that the notes at a clause are about. */
export const anchorsIn = (notes: readonly ClauseNote[], clause: string, language: "en" | "fr"): Anchor[] =>
  notes.flatMap((note) => {
    if (note.clause !== clause || note.letter === null || note.kind === "contest") return [];
    const words = note.answer.anchor?.text[language];
    return words ? [{ letter: note.letter, kind: note.kind, words }] : [];
  });
