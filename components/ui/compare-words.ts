import { diffWordsWithSpace } from "diff";

export type Change = { kind: "same" | "removed" | "added"; text: string };

/**
 * By word, in reading order. Where two changes are parted by a blank alone, they are read as one: "is not a licence"
 * gives way to "gives no legal authority" as a whole, not word by word.
 */
export function compareWords(before: string, after: string): Change[] {
  const changes: Change[] = [];
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
