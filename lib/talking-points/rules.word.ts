import type { WordComment, WordParagraph, WordRun, WordState, WordText } from "@/lib/platform/documents/word";
import { compareExactly } from "@/lib/platform/text/compare-texts";
import type { ClauseKind } from "./constants";
import { type ClauseText, movedKeys, type TitleText } from "./rules.text";
import { clauseParts, type Language, toFrameName, toPartName, toTitleName } from "./rules.word-names";

export type WordVersion = TitleText & { number: number; digest: string; clauses: readonly ClauseText[] };

/** What is printed around the words, in the language of the document. Nobody changes it by changing the document. */
export type WordFrame = {
  kinds: Record<ClauseKind, string>;
  opening: readonly string[];
  closing: readonly string[];
  /** Objections, stand-asides and reservations: who, of what, and in which words. */
  remarks: { head: string; of: readonly { style: "small" | "quote"; text: string; language?: Language }[] } | null;
};

/** A remark on a clause, or on the whole text. */
export type WordNote = WordComment & { clause: string | null };

type Wanted = {
  language: Language;
  author: string;
  at: Date;
  point: string;
  version: WordVersion;
  /** The version since which changes are tracked. */
  since: WordVersion | null;
  frame: WordFrame;
  notes: readonly WordNote[];
};

const styles = { kind: "label", question: "question", text: "text", of: "addressee", source: "source" } as const;

/** What is printed of a clause in one language, part by part; null where it has none. */
export function printParts(it: ClauseText, language: Language, kinds: WordFrame["kinds"]) {
  const [text, question, of] =
    language === "en" ? [it.en, it.questionEn, it.addresseeEn] : [it.fr, it.questionFr, it.addresseeFr];
  return { kind: kinds[it.kind], question, text, of: of && `→ ${of}`, source: it.source && `(${it.source})` };
}

const stateOf = { same: "same", typography: "same", added: "added", removed: "removed" } as const;

/** The words of both texts as runs, and whether the paragraph itself came or went. */
function toRuns(before: string | null, after: string | null): { runs: WordRun[]; end: WordState } {
  if (before !== null && after !== null)
    return {
      runs: compareExactly(before, after).map(({ kind, text }) => ({ text, state: stateOf[kind] })),
      end: "same",
    };
  const state = before === null ? ("added" as const) : ("removed" as const);
  return { runs: [{ text: before ?? after ?? "", state }], end: state };
}

type Placed = { before: ClauseText | null; after: ClauseText | null; move: number | null };

/**
 * Both orders in one: what stayed where it was, and before each of these what went from there and then what came there.
 * Read without what came it is the earlier order, and without what went the later one.
 */
export function mergeClauses(before: readonly ClauseText[], after: readonly ClauseText[]): Placed[] {
  const later = new Map(after.map((it) => [it.key, it]));
  const earlier = new Map(before.map((it) => [it.key, it]));
  const moved = [...movedKeys(before, after)];
  const isStill = ({ key }: ClauseText) => later.has(key) && earlier.has(key) && !moved.includes(key);
  const moveOf = (key: string) => (moved.includes(key) ? moved.indexOf(key) + 1 : null);
  const placed: Placed[] = [];
  let at = 0;
  const takeGone = (until: string | null) => {
    for (let it = before[at]; it && it.key !== until; it = before[++at])
      placed.push({ before: it, after: null, move: moveOf(it.key) });
  };
  const came: Placed[] = [];
  for (const it of after) {
    if (!isStill(it)) {
      came.push({ before: null, after: it, move: moveOf(it.key) });
      continue;
    }
    takeGone(it.key);
    placed.push(...came.splice(0), { before: before[at++] ?? null, after: it, move: null });
  }
  takeGone(null);
  return [...placed, ...came];
}

/** A clause that moved is written whole in both places: as it was there, and as it reads here, with its changes. */
function toMovedRuns(state: "movedHere" | "movedAway", before: string | null, after: string | null): WordRun[] {
  if (state === "movedAway") return [{ text: before ?? "", state }];
  if (before === null) return [{ text: after ?? "", state: "added" }];
  return compareExactly(before, after ?? "")
    .filter(({ kind }) => kind !== "removed")
    .map(({ kind, text }) => ({ text, state: kind === "added" ? ("added" as const) : state }));
}

/** The text as a document for Word, with what changed since an earlier version tracked, and remarks as its comments. */
export function composeWord({ language, author, at, point, version, since, frame, notes }: Wanted): WordText {
  const paragraphs: WordParagraph[] = [];
  const sinceClauses = since?.clauses ?? version.clauses;
  const was = new Map(sinceClauses.map((it) => [it.key, it]));
  const printedOf = (it: ClauseText | null | undefined) => it && printParts(it, language, frame.kinds);
  const numberIn = (clauses: readonly ClauseText[], key: string) => clauses.findIndex((it) => it.key === key) + 1;

  const addFrame = (style: WordParagraph["style"], text: string, lang?: Language) =>
    paragraphs.push({
      ...{ style, name: toFrameName(text, paragraphs.length + 1), runs: [{ text, state: "same" }], end: "same" },
      ...(lang && lang !== language && { language: lang }),
    });
  const commentsOn = (key: string | null) => notes.flatMap((it, place) => (it.clause === key ? [place] : []));

  const titleOf = (it: WordVersion) => (language === "en" ? it.titleEn : it.titleFr) ?? "";
  paragraphs.push({
    ...{ style: "title", name: toTitleName(version.digest, language), comments: commentsOn(null) },
    ...toRuns(titleOf(since ?? version), titleOf(version)),
  });
  for (const line of frame.opening) addFrame("small", line);

  for (const { before, after, move } of mergeClauses(sinceClauses, version.clauses)) {
    const key = (after ?? before)?.key ?? "";
    const [printedBefore, printedAfter] = [printedOf(before), printedOf(after)];
    const printedThere = move === null ? printedBefore : printedOf(was.get(key));
    const number = after ? numberIn(version.clauses, key) : numberIn(sinceClauses, key);
    const digest = after || !since ? version.digest : since.digest;
    let remarks = after ? commentsOn(key) : [];
    for (const part of clauseParts) {
      const [from, to] = [printedThere?.[part] || null, printedAfter?.[part] || null];
      if (from === null && to === null) continue;
      if (move !== null && !(after ? to : from)) continue;
      const state = after ? ("movedHere" as const) : ("movedAway" as const);
      const isNew = move !== null && after !== null && from === null;
      const made =
        move === null || isNew
          ? toRuns(isNew ? null : printedBefore?.[part] || null, to)
          : { runs: toMovedRuns(state, from, to), end: state, move };
      const takes = part !== "kind" && remarks.length > 0;
      paragraphs.push({
        ...{ style: styles[part], name: toPartName(digest, number, part, language), ...made },
        ...(takes && { comments: remarks }),
      });
      if (takes) remarks = [];
    }
  }
  const { remarks } = frame;
  if (remarks) {
    addFrame("heading", remarks.head);
    for (const { style, text, language: lang } of remarks.of) addFrame(style, text, lang);
  }
  for (const line of frame.closing) addFrame("small", line);
  return {
    ...{ language, title: titleOf(version), author, at, paragraphs, comments: notes },
    properties: {
      ...{ concertedText: point, concertedVersion: String(version.number) },
      ...{ concertedDigest: version.digest, concertedLanguage: language },
    },
  };
}
