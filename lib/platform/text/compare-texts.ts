import { diffWordsWithSpace } from "diff";
import { differInTypographyOnly } from "./canonical";

/** `typography`: the later text, which differs by apostrophes, spaces or the composition of letters alone. */
export type TextChange = { kind: "same" | "removed" | "added" | "typography"; text: string };

/**
 * By word, in reading order. Where two changes are parted by a blank alone, they are read as one: "is not a licence"
 * gives way to "gives no legal authority" as a whole, not word by word.
 */
export function compareTexts(before: string, after: string): TextChange[] {
  if (differInTypographyOnly(before, after)) return [{ kind: "typography", text: after }];
  const changes: TextChange[] = [];
  let removed = "";
  let added = "";
  const flush = () => {
    if (removed) changes.push({ kind: "removed", text: removed });
    if (added) changes.push({ kind: "added", text: added });
    removed = "";
    added = "";
  };
  const parts = diffWordsWithSpace(before, after);
  parts.forEach((part, place) => {
    const next = parts[place + 1];
    if (part.removed) removed += part.value;
    else if (part.added) added += part.value;
    else if ((removed || added) && next && part.value.trim() === "") {
      removed += part.value;
      added += part.value;
    } else {
      flush();
      changes.push({ kind: "same", text: part.value });
    }
  });
  flush();
  return changes;
}

const alike = 0.25;

/**
 * The same two texts for reading beside each other: what goes is marked in the one, what comes in the other. Texts that
 * share little were written anew, and marks all over them would only be in the way.
 */
export function compareSides(before: string, after: string): { before: TextChange[]; after: TextChange[] } {
  const changes = compareTexts(before, after);
  const shared = changes.reduce(
    (sum, { kind, text }) => sum + (kind === "same" || kind === "typography" ? text.trim().length : 0),
    0,
  );
  if (shared < alike * Math.max(before.length, after.length))
    return { before: [{ kind: "same", text: before }], after: [{ kind: "same", text: after }] };
  return {
    before: changes.filter(({ kind }) => kind !== "added"),
    after: changes.filter(({ kind }) => kind !== "removed"),
  };
}
