import type { OddStatements } from "@/lib/math/file/statements";

/** What whoever adds a consultation has to know of it: `studies.note`, with the statements it is about. */
export type Note = { kind: keyof OddStatements | "wordless" | "unmatched" | "turned"; ids: readonly string[] };

type Taken = {
  /** The numbers that the votes name. */
  voted: readonly string[];
  /** Of those with words; null without a file of them. */
  worded: ReadonlySet<string> | null;
  odd: OddStatements;
  turned: boolean;
};

/** What was taken in otherwise than it was written, and what has no counterpart in the other file. */
export function listNotes({ voted, worded, odd, turned }: Taken): Note[] {
  const named = new Set(voted);
  const notes: Note[] = [
    { kind: "joined", ids: odd.joined },
    { kind: "control", ids: odd.control },
    { kind: "long", ids: odd.long },
    { kind: "wordless", ids: worded ? voted.filter((id) => !worded.has(id)) : [] },
    { kind: "unmatched", ids: worded ? [...worded].filter((id) => !named.has(id)) : [] },
  ];
  const told = notes.filter(({ ids }) => ids.length > 0);
  return turned ? [{ kind: "turned", ids: [] }, ...told] : told;
}

/** None of the words belongs to any vote: the two files are of different consultations, and so is what was moderated out. */
export const areStrangers = (voted: readonly string[], worded: ReadonlySet<string>) =>
  worded.size > 0 && !voted.some((id) => worded.has(id));
