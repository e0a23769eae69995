export type NoteKind = "reservation" | "objection" | "standAside" | "amendment" | "contest" | "remark";

/** Words of a clause that a note is about. */
export type Anchor = { letter: string; kind: NoteKind; words: string };

/** A piece of a clause: what underlines it, whether a second note lies within, and the letters of the notes that end here. */
export type MarkedPiece = { text: string; mark: NoteKind | null; washed: boolean; ends: readonly string[] };

type Located = Anchor & { from: number; to: number };

/** A note's words where they first stand; one whose words are gone, or were never there, has no place. */
const locateAnchor = (text: string, anchor: Anchor): Located[] => {
  const from = anchor.words === "" ? -1 : text.indexOf(anchor.words);
  return from < 0 ? [] : [{ ...anchor, from, to: from + anchor.words.length }];
};

/**
 * Cuts a clause at the words that its notes are about. Where they overlap, the outer one keeps its line, and the inner one
 * its letter and a wash. The pieces put together are the clause, letter for letter.
 */
export function markAnchors(text: string, anchors: readonly Anchor[]): MarkedPiece[] {
  const located = anchors
    .flatMap((it) => locateAnchor(text, it))
    .sort((a, b) => a.from - b.from || b.to - a.to || a.letter.localeCompare(b.letter));
  const cuts = [...new Set([0, text.length, ...located.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  return cuts.slice(1).map((to, at) => {
    const from = cuts[at] ?? 0;
    const over = located.filter((it) => it.from <= from && it.to >= to);
    const ends = located.filter((it) => it.to === to).map(({ letter }) => letter);
    return { text: text.slice(from, to), mark: over[0]?.kind ?? null, washed: over.length > 1, ends };
  });
}

/** a, b, … z, aa, ab: through the whole document, the same in both languages. */
export function letterAt(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : letterAt(Math.floor(index / 26) - 1) + letter;
}
