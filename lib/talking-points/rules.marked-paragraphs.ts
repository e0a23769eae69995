import { type Flowing, type Side, textOf, toFlow } from "@/lib/platform/files/docx-streams";
import type { DocxParagraph } from "@/lib/platform/files/docx-text";
import { toCanonicalText } from "@/lib/platform/text/canonical";
import { printParts, type WordFrame, type WordVersion } from "./rules.word";
import { type ClausePart, clauseParts, isUntouched, type Language, readName } from "./rules.word-names";

/** What a paragraph of a marked text is: a part of a clause, the title, what is printed around them, or none of these. */
export type MarkedRole =
  | { readonly of: "part"; readonly number: number; readonly part: ClausePart }
  | { readonly of: "title" }
  | { readonly of: "frame"; readonly touched: boolean }
  | { readonly of: "new" }
  /** Of several that were made one, or one of several that were made of one. */
  | { readonly of: "joined" | "split"; readonly numbers: readonly number[] };

export type MarkedParagraph = Flowing & { readonly place: MarkedRole };

/** A version as its document has it: by part, what was printed. */
export type PrintedVersion = { digest: string; title: string; parts: readonly Record<ClausePart, string | null>[] };

export const printVersion = (it: WordVersion, language: Language, kinds: WordFrame["kinds"]): PrintedVersion => ({
  digest: it.digest,
  title: (language === "en" ? it.titleEn : it.titleFr) ?? "",
  parts: it.clauses.map((clause) => printParts(clause, language, kinds)),
});

const same = (one: string, other: string) => toCanonicalText(one) === toCanonicalText(other);

const partId = (number: number, part: ClausePart) => `${number} ${part}`;

/** What a bookmark stands for in this version; null for one that is not ours, or of another version. */
function idOf(name: string, digest: string): string | null {
  const found = readName(name);
  if (!found) return null;
  if (found.of === "frame") return `frame ${found.digest}`;
  if (found.digest !== digest.slice(0, 8)) return null;
  return found.of === "title" ? "title" : partId(found.number, found.part);
}

type Candidate = { paragraph: Flowing; ids: Set<string>; kept: boolean };

/** By the bookmarks around what stayed; else around what came, or around what it stands for. */
function findByName(paragraph: Flowing, digest: string): Candidate {
  const idsIn = (pieces: Flowing["pieces"]) =>
    new Set(
      pieces
        .filter(({ text }) => text.trim() !== "")
        .flatMap(({ names }) => names.flatMap((it) => idOf(it, digest) ?? [])),
    );
  const kept = idsIn(paragraph.pieces.filter((it) => it.earlier && it.later));
  const came = idsIn(paragraph.pieces.filter((it) => it.later));
  // What was pasted into words that stayed brought its own name along.
  if (kept.size > 0) return { paragraph, ids: new Set([...kept, ...came]), kept: true };
  if (came.size > 0) return { paragraph, ids: came, kept: false };
  const gone = paragraph.text.trim() === "" ? new Set<string>() : idsIn(paragraph.pieces.filter((it) => it.earlier));
  return { paragraph, ids: gone.size === 1 ? gone : new Set(), kept: gone.size === 1 };
}

/** Where the words of parts that were moved went, by the names that both places of a move share. */
function findMoved(candidates: readonly Candidate[], all: readonly DocxParagraph[], digest: string) {
  const from = new Map<string, Set<string>>();
  for (const { pieces } of all)
    for (const { move, earlier, later, names } of pieces) {
      if (move === null || !earlier || later) continue;
      const ids = from.get(move) ?? new Set();
      for (const name of names) ids.add(idOf(name, digest) ?? "");
      from.set(move, ids);
    }
  for (const [move, found] of from) {
    const ids = [...found].filter(Boolean);
    const there = candidates.filter(
      ({ ids: own, paragraph }) => own.size === 0 && paragraph.pieces.some((it) => it.later && it.move === move),
    );
    // Moved together they keep their order; where their number differs they are told by their words alone.
    if (there.length !== ids.length) continue;
    for (const [at, it] of there.entries()) it.ids.add(ids[at] ?? "");
  }
}

type Wanted = { id: string; number: number; part: ClausePart | null; text: string };

const listWanted = (printed: PrintedVersion): Wanted[] => [
  ...(printed.title ? [{ id: "title", number: 0, part: null, text: printed.title }] : []),
  ...printed.parts.flatMap((parts, at) =>
    clauseParts.flatMap((part) => {
      const text = parts[part];
      return text ? [{ id: partId(at + 1, part), number: at + 1, part, text }] : [];
    }),
  ),
];

/** By their words: as they were before the tracked changes, or as they are where they came from elsewhere. */
function findByText(candidates: readonly Candidate[], printed: PrintedVersion) {
  const taken = new Set(candidates.flatMap(({ ids }) => [...ids]));
  const all = listWanted(printed);
  const give = (candidate: Candidate, id: string, kept: boolean) => {
    candidate.ids.add(id);
    candidate.kept = kept;
    taken.add(id);
  };
  const reads = ({ ids, paragraph }: Candidate, text: string, side: Side) =>
    ids.size === 0 && same(textOf(paragraph.pieces, side), text);
  for (const { id, text } of all) {
    const found = taken.has(id) ? undefined : candidates.find((it) => reads(it, text, "earlier"));
    if (found) give(found, id, true);
  }
  for (const { id, number, part, text } of all) {
    if (taken.has(id) || part !== "text") continue;
    const found = candidates.filter((it) => reads(it, text, "later"));
    const [first] = found;
    // Words that came from nowhere known, and stand there twice, are not taken for those that went.
    if (!first || found.length > 1) continue;
    give(first, id, false);
    // A heading or a source says little by itself: it is looked for beside the words that it belongs to.
    const at = candidates.indexOf(first);
    const beside = candidates.slice(Math.max(0, at - 2), at + 3);
    for (const other of all.filter((it) => it.number === number && !taken.has(it.id))) {
      const near = beside.find((it) => reads(it, other.text, "later"));
      if (near) give(near, other.id, false);
    }
  }
}

function toRole(id: string, paragraph: Flowing): MarkedRole {
  if (id === "title") return { of: "title" };
  const [head = "", tail = ""] = id.split(" ");
  if (head === "frame") return { of: "frame", touched: !isUntouched(paragraph.text, tail) };
  return { of: "part", number: Number(head), part: tail as ClausePart };
}

const numbersIn = (ids: Iterable<string>) => [
  ...new Set([...ids].flatMap((id) => (/^\d/.test(id) ? [Number(id.split(" ")[0])] : []))),
];

/** What each paragraph of a marked text is, once its tracked changes are accepted. Nothing is guessed: what fits nowhere is new. */
export function identifyParagraphs(all: readonly DocxParagraph[], printed: PrintedVersion): MarkedParagraph[] {
  const candidates = toFlow(all, "later").map((it) => findByName(it, printed.digest));
  findMoved(candidates, all, printed.digest);
  findByText(candidates, printed);
  const holders = new Map<string, Candidate[]>();
  for (const it of candidates) for (const id of it.ids) holders.set(id, [...(holders.get(id) ?? []), it]);
  return candidates.map(({ paragraph, ids, kept }): MarkedParagraph => {
    const [id, ...more] = ids;
    if (id === undefined) return { ...paragraph, place: { of: "new" } };
    if (more.length > 0) return { ...paragraph, place: { of: "joined", numbers: numbersIn(ids) } };
    const others = (holders.get(id) ?? []).filter((it) => it.paragraph !== paragraph);
    const isApart = others.length > 0 && (kept ? others.some((it) => it.kept) : true);
    if (!isApart) return { ...paragraph, place: toRole(id, paragraph) };
    // What was written at the end of a part may have come into its bookmark.
    const written = !kept && others.some((it) => it.kept);
    return { ...paragraph, place: written ? { of: "new" } : { of: "split", numbers: numbersIn(ids) } };
  });
}
