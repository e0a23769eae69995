import { compareTexts } from "@/lib/platform/text/compare-texts";

/** Letters of a text that give way to others: from one place up to before another. */
export type Edit = { from: number; to: number; text: string };

/** What turns the one text into the other, word by word. */
export function editsOf(before: string, after: string): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let open: Edit | null = null;
  for (const { kind, text } of compareTexts(before, after)) {
    if (kind === "typography") return before === after ? [] : [{ from: 0, to: before.length, text: after }];
    if (kind === "same") {
      open = null;
      at += text.length;
      continue;
    }
    open ??= edits[edits.push({ from: at, to: at, text: "" }) - 1] ?? null;
    if (!open) continue;
    if (kind === "removed") at = open.to += text.length;
    else open.text += text;
  }
  return edits;
}

const letter = /[\p{L}\p{M}\p{N}]/u;
const startsWithin = (text: string) => letter.test([...text][0] ?? "");
const endsWithin = (text: string) => letter.test([...text].at(-1) ?? "");

/** Every place where the words stand as words: "art" is not found in "part". */
export function occurrencesOf(find: string, text: string, by: string): Edit[] {
  const found: Edit[] = [];
  if (find === "") return found;
  for (let from = text.indexOf(find); from >= 0; ) {
    const to = from + find.length;
    const goesOn =
      (startsWithin(find) && endsWithin(text.slice(Math.max(0, from - 2), from))) ||
      (endsWithin(find) && startsWithin(text.slice(to, to + 2)));
    if (!goesOn) found.push({ from, to, text: by });
    from = text.indexOf(find, goesOn ? from + 1 : to);
  }
  return found;
}

const isSame = (one: Edit, other: Edit) => one.from === other.from && one.to === other.to && one.text === other.text;

/** Two changes meet where their words overlap, or where nothing but blanks is between them: a reader takes them for one. */
export function meet(base: string, one: Edit, other: Edit): boolean {
  if (isSame(one, other)) return false;
  const [first, second] = one.from <= other.from ? [one, other] : [other, one];
  return second.from <= first.to || base.slice(first.to, second.from).trim() === "";
}

/** The text with all of them; each of them once. They are compatible. */
export function applyEdits(base: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((one, other) => one.from - other.from || one.to - other.to);
  const [text, at] = sorted.reduce<[string, number]>(
    ([done, place], it, index) => {
      const last = sorted[index - 1];
      if (last && isSame(last, it)) return [done, place];
      return [done + base.slice(place, it.from) + it.text, it.to];
    },
    ["", 0],
  );
  return text + base.slice(at);
}
