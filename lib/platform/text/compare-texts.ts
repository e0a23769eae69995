import { diffArrays } from "diff";
import { differInTypographyOnly } from "./canonical";

/** `typography`: the later text, which differs by apostrophes, spaces or the composition of letters alone. */
export type TextChange = { kind: "same" | "removed" | "added" | "typography"; text: string };

/**
 * What a reader takes for a word: letters and figures with the hyphens and apostrophes inside them; a French elision stands
 * by itself, so that "l’accord" for "l’engagement" changes one word. Anything else is one sign, and blanks are together.
 */
const elision = "(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=[\\p{L}\\p{N}])";
const word = "[\\p{L}\\p{M}\\p{N}]+(?:[-\u2010\u2011'’][\\p{L}\\p{M}\\p{N}]+)*";
const tokens = new RegExp(`\\n|[^\\S\\n]+|(?<![\\p{L}\\p{N}])${elision}|${word}|.`, "giu");

/** How a token is compared: spaces, hyphens and apostrophes of every code are each one to a reader. */
const asRead = (token: string) =>
  token
    .normalize("NFC")
    .replace(/[^\S\n]/g, " ")
    .replace(/[\u2010\u2011]/g, "-")
    .replaceAll("'", "’");

const split = (text: string): string[] => text.match(tokens) ?? [];

/**
 * By word, in reading order. Where two changes are parted by a blank alone, they are read as one: "is not a licence"
 * gives way to "gives no legal authority" as a whole, not word by word.
 */
export function compareTexts(before: string, after: string): TextChange[] {
  if (before === after) return compareTokens(before, after, asRead);
  const pair = JSON.stringify([before, after]);
  const known = compared.get(pair);
  // What was asked for again stays longest.
  compared.delete(pair);
  const changes = known ?? compareAsRead(before, after);
  compared.set(pair, changes);
  const [oldest] = compared.keys();
  if (compared.size > comparedLimit && oldest !== undefined) compared.delete(oldest);
  return [...changes];
}

/** Words on record do not change, and the same ones are laid beside each other for every reader. */
const compared = new Map<string, readonly TextChange[]>();
const comparedLimit = 500;

const compareAsRead = (before: string, after: string): TextChange[] =>
  differInTypographyOnly(before, after) ? [{ kind: "typography", text: after }] : compareTokens(before, after, asRead);

/** The same to the last space and apostrophe: without what was added it is the earlier text, without what was removed the later one. */
export const compareExactly = (before: string, after: string): TextChange[] =>
  compareTokens(before, after, (token) => token).filter(({ text }) => text !== "");

/** Tokens are the same that read the same by `read`, which is asked once of each. */
function compareTokens(before: string, after: string, read: (token: string) => string): TextChange[] {
  // Most of what is compared did not change.
  if (before === after) return before === "" ? [] : [{ kind: "same", text: after }];
  const [earlier, later] = [split(before), split(after)];
  let [gone, come] = [0, 0];
  const parts = diffArrays(earlier.map(read), later.map(read)).map(({ removed, added, count }) => {
    const tokens = removed ? earlier.slice(gone, gone + count) : later.slice(come, come + count);
    if (!added) gone += count;
    if (!removed) come += count;
    return { removed, added, text: tokens.join("") };
  });
  const changes: TextChange[] = [];
  let removed = "";
  let added = "";
  const flush = () => {
    if (removed) changes.push({ kind: "removed", text: removed });
    if (added) changes.push({ kind: "added", text: added });
    removed = "";
    added = "";
  };
  parts.forEach((part, place) => {
    const next = parts[place + 1];
    const { text } = part;
    if (part.removed) removed += text;
    else if (part.added) added += text;
    else if ((removed || added) && next && text.trim() === "") {
      removed += text;
      added += text;
    } else {
      flush();
      changes.push({ kind: "same", text });
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
