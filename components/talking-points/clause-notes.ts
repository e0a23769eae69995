import { coveredNumbers, coversWhole } from "@/lib/talking-points/rules.coverage";
import type { Amendment } from "@/lib/talking-points/schema.amendments";
import type { Comment } from "@/lib/talking-points/schema.comments";
import type { Endorsement } from "@/lib/talking-points/schema.endorsements";
import type { Clause, VersionName } from "@/lib/talking-points/schema.text";
import { type Anchor, letterAt, type NoteKind } from "./mark-anchors";

type Contest = VersionName["contests"][number];

type AnswerKind = Exclude<NoteKind, "amendment" | "contest" | "remark">;

/** What stands beside the words: an answer that qualifies them, an amendment, a contest of a change that was called editorial, a remark. */
export type ClauseNote = {
  letter: string | null;
  clause: string | null;
} /** `numbers`: the clauses that the answer is about; none for the whole text. */ & (
  | { kind: AnswerKind; answer: Endorsement; numbers: number[] }
  | { kind: "amendment"; amendment: Amendment }
  | { kind: "contest"; contest: Contest }
  | { kind: "remark"; comment: Comment }
);

const kindOf: Partial<Record<Endorsement["response"], AnswerKind>> = {
  object: "objection",
  stand_aside: "standAside",
  endorse_with_reservation: "reservation",
};
const order: NoteKind[] = ["objection", "standAside", "reservation", "amendment", "contest", "remark"];

/** The clause a note stands at: of its exact words, or the first that it covers; else it is about the whole text. */
const clauseOf = ({ anchor, clauses }: Endorsement, text: readonly Clause[]) =>
  anchor?.clause ?? (coversWhole({ clauses }, text) ? null : text.find(({ key }) => clauses.includes(key))?.key);

/**
 * Everything that is said about a version, in the order in which a margin is read, lettered through the document: the same
 * letters in both languages. What has no exact words has no letter.
 */
export function collectNotes(
  clauses: readonly Clause[],
  answers: readonly Endorsement[],
  contests: readonly Contest[],
  amendments: readonly Amendment[] = [],
  remarks: readonly Comment[] = [],
): ClauseNote[] {
  const place = new Map(clauses.map(({ key }, index) => [key, index]));
  const notes = [
    ...answers.flatMap((answer) => {
      const kind = kindOf[answer.response];
      const clause = clauseOf(answer, clauses) ?? null;
      const numbers = coveredNumbers(answer, clauses);
      return kind ? [{ kind, answer, numbers, clause: clause !== null && place.has(clause) ? clause : null }] : [];
    }),
    ...amendments.map((amendment) => {
      const clause = amendment.clause ?? (amendment.kind === "new_clause" ? amendment.after : null);
      return {
        ...{ kind: "amendment" as const, amendment, clause: clause !== null && place.has(clause) ? clause : null },
      };
    }),
    ...contests.map((contest) => ({ kind: "contest" as const, contest, clause: contest.clause })),
    ...remarks.toReversed().map((comment) => {
      const clause = comment.clause?.key ?? null;
      return { kind: "remark" as const, comment, clause: clause !== null && place.has(clause) ? clause : null };
    }),
  ];
  const at = (clause: string | null) => (clause === null ? clauses.length : (place.get(clause) ?? clauses.length));
  notes.sort((a, b) => at(a.clause) - at(b.clause) || order.indexOf(a.kind) - order.indexOf(b.kind));
  let lettered = 0;
  return notes.map((note) => ({
    ...note,
    letter: note.clause !== null && hasQuote(note, clauses[at(note.clause)]) ? letterAt(lettered++) : null,
  }));
}

type Unlettered = ClauseNote extends infer Note ? (Note extends ClauseNote ? Omit<Note, "letter"> : never) : never;

/** The words of the clause that an amendment takes away: the first of them, where they still stand. */
const takenAway = ({ changes, clause, touched }: Amendment, language: "en" | "fr") =>
  touched
    ? undefined
    : changes
        .find((it) => it.clause !== null && it.clause === clause)
        ?.text[language].find(({ kind, text }) => kind === "removed" && text.trim() !== "")
        ?.text.trim();

/** Whether exact words are named; those of a remark have to stand in the clause still. */
function hasQuote(note: Unlettered, clause: Clause | undefined): boolean {
  if (note.kind === "contest") return false;
  if (note.kind === "amendment") return Boolean(quoteOf(note, "en") ?? quoteOf(note, "fr"));
  if (note.kind !== "remark") return note.answer.anchor !== null;
  const { quote, language, inPlace } = note.comment;
  return quote !== null && inPlace && (clause?.text[language]?.includes(quote) ?? false);
}

function quoteOf(note: Unlettered, language: "en" | "fr") {
  if (note.kind === "contest") return undefined;
  if (note.kind === "amendment") return takenAway(note.amendment, language);
  if (note.kind !== "remark") return note.answer.anchor?.text[language];
  return note.comment.language === language ? note.comment.quote : undefined;
}

/** The exact words in one language that the notes at a clause are about. */
export const anchorsIn = (notes: readonly ClauseNote[], clause: string, language: "en" | "fr"): Anchor[] =>
  notes.flatMap((note) => {
    if (note.clause !== clause || note.letter === null) return [];
    const words = quoteOf(note, language);
    return words ? [{ letter: note.letter, kind: note.kind, words }] : [];
  });
