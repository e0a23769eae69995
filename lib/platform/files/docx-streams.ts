import type { DocxParagraph, DocxPiece } from "./docx-text";

/** A paragraph as it was before the tracked changes, or as it is once they are accepted: of one of the file's, or of several. */
export type Flowing = {
  /** Of the paragraph of the file in which its words begin. */
  readonly number: number;
  readonly text: string;
  /** Everything between its beginning and its end, what is not in it included. */
  readonly pieces: readonly DocxPiece[];
};

export type Side = "earlier" | "later";

/**
 * The paragraphs of the text itself, on one side of its changes. Where the end of a paragraph is not there on that side, the
 * next one goes on in it.
 */
export function toFlow(paragraphs: readonly DocxParagraph[], side: Side): Flowing[] {
  const flow: Flowing[] = [];
  let members: DocxParagraph[] = [];
  const finish = () => {
    if (members.length === 0) return;
    const pieces = members.flatMap((it) => it.pieces);
    const first = members.find((it) => it.pieces.some((piece) => piece[side])) ?? members.at(-1);
    flow.push({ number: first?.number ?? 0, text: textOf(pieces, side), pieces });
    members = [];
  };
  for (const paragraph of paragraphs) {
    if (paragraph.in !== "text") continue;
    members.push(paragraph);
    if (side === "earlier" ? paragraph.endsEarlier : paragraph.endsLater) finish();
  }
  finish();
  return flow;
}

export const textOf = (pieces: readonly DocxPiece[], side: Side) =>
  pieces
    .filter((it) => it[side])
    .map(({ text }) => text)
    .join("");
