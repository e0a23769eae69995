import { noCharacter } from "../text/characters";
import { DocxFault } from "./docx-fault";
import { type Parts, readPart } from "./docx-parts";
import type { Tally } from "./tally";
import { type Attributes, attributeOf, type Listener } from "./xlsx-xml";

/** Words of a paragraph: whether they were there before the tracked changes, and are there once these are accepted. */
export type DocxPiece = {
  readonly text: string;
  readonly earlier: boolean;
  readonly later: boolean;
  /** The bookmarks that they stand in. */
  readonly names: readonly string[];
  /** What they were moved with, by the name that both places share. */
  readonly move: string | null;
};

export type DocxParagraph = {
  readonly number: number;
  /** Of the text itself, or of what stands beside it. */
  readonly in: "text" | "table" | "box" | "note" | "margin";
  readonly pieces: readonly DocxPiece[];
  /** Whether it ended here before the tracked changes, and does once they are accepted; else the next one goes on in it. */
  readonly endsEarlier: boolean;
  readonly endsLater: boolean;
  /** Things in it that are no words, by the names of their elements. */
  readonly things: readonly string[];
};

/** What a remark is about. */
export type DocxRange = { paragraph: number | null; quote: string; names: string[] };

const limits = { paragraphs: 5_000, letters: 1_000_000 };

/** What holds an older state of what is beside it, or the same once more for other programs. */
const skipped = /^(?:[a-z]+PrChange|[a-zA-Z]+PrExChange|numberingChange|Fallback|sdtPr|tabs)$/;
/** Fields that fetch something from elsewhere when they are brought up to date. */
const fetching = /^\s*(?:INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DDE|DDEAUTO|DATABASE|MACROBUTTON|RD)\b/i;
const signs: Readonly<Record<string, string>> = {
  ...{ br: "\n", cr: "\n", tab: "\t", ptab: "\t", noBreakHyphen: "\u2011", softHyphen: "\u00ad" },
};
const things = new Set(["drawing", "pict", "object", "control", "movie", "ink"]);

type Draft = {
  number: number;
  in: DocxParagraph["in"];
  pieces: DocxPiece[];
  endsEarlier: boolean;
  endsLater: boolean;
  things: string[];
};

/** Counts paragraphs and letters through all parts of one document. */
export class DocxCount {
  paragraphs = 0;
  letters = 0;
  countParagraph() {
    this.paragraphs += 1;
    if (this.paragraphs > limits.paragraphs) throw new DocxFault("tooManyParagraphs");
    return this.paragraphs;
  }
  countLetters(letters: number) {
    this.letters += letters;
    if (this.letters > limits.letters) throw new DocxFault("tooManyLetters");
  }
}

type Reading = {
  parts: Parts;
  tally: Tally;
  count: DocxCount;
  beside?: "note" | "margin";
  /** LibreOffice writes "_x0041_" as "_x005F_x0041_", as one does in workbooks and nobody does in words. */
  escapes: boolean;
};

export const unescapeText = (text: string) => text.replace(/_x005F_(?=x[0-9a-fA-F]{4}_)/g, "_");

/** The paragraphs of a part, with their changes, and what its remarks are about by the ids of these. */
export function readParagraphs(part: string, { parts, tally, count, beside, escapes }: Reading) {
  const bytes = parts.get(part);
  if (!bytes) throw new DocxFault("partMissing", { part });
  const paragraphs: Draft[] = [];
  const open: Draft[] = [];
  const stack: string[] = [];
  const bookmarks = new Map<string, string>();
  const moves = new Map<string, string>();
  const ranges = new Map<string, DocxRange>();
  const ranging = new Set<string>();
  let [inserted, deleted, skips, tables, instruction] = [0, 0, 0, 0, ""];
  const rows: { inserted: boolean; deleted: boolean }[] = [];

  const last = (back = 1) => stack[stack.length - back];
  const locate = () =>
    beside ?? (open.length > 0 || stack.includes("txbxContent") ? "box" : tables > 0 ? "table" : "text");

  function add(text: string) {
    const paragraph = open.at(-1);
    if (!paragraph || text === "") return;
    if (noCharacter.test(text)) throw new DocxFault("noCharacter", { element: last() ?? null });
    count.countLetters(text.length);
    const row = rows.at(-1);
    const earlier = inserted === 0 && !row?.inserted;
    const later = deleted === 0 && !row?.deleted;
    const move = [...moves.values()].at(-1) ?? null;
    paragraph.pieces.push({ text, earlier, later, names: [...new Set(bookmarks.values())], move });
    for (const id of ranging) {
      const range = ranges.get(id);
      if (!range) continue;
      range.paragraph ??= paragraph.number;
      if (later) range.quote += text;
      range.names = [...new Set([...range.names, ...bookmarks.values()])];
    }
  }

  function begin() {
    const number = count.countParagraph();
    const row = rows.at(-1);
    const draft: Draft = {
      number,
      in: locate(),
      pieces: [],
      endsEarlier: !row?.inserted,
      endsLater: !row?.deleted,
      things: [],
    };
    paragraphs.push(draft);
    open.push(draft);
    for (const id of ranging) {
      const range = ranges.get(id);
      if (range && range.quote !== "") range.quote += "\n";
    }
  }

  function openChange(name: string) {
    const isIn = name === "ins" || name === "moveTo";
    if (last() === "rPr" && last(2) === "pPr") {
      const paragraph = open.at(-1);
      if (paragraph && isIn) paragraph.endsEarlier = false;
      if (paragraph && !isIn) paragraph.endsLater = false;
    } else if (last() === "trPr") {
      const row = rows.at(-1);
      if (row && isIn) row.inserted = true;
      if (row && !isIn) row.deleted = true;
    } else if (isIn) inserted += 1;
    else deleted += 1;
  }

  function closeChange(name: string) {
    if ((last() === "rPr" && last(2) === "pPr") || last() === "trPr") return;
    if (name === "ins" || name === "moveTo") inserted -= 1;
    else deleted -= 1;
  }

  function mark(name: string, attributes: Attributes) {
    const id = attributeOf(attributes, "id") ?? "";
    const named = attributeOf(attributes, "name") ?? "";
    if (name === "bookmarkStart") {
      // LibreOffice begins one that goes on in a second paragraph there anew, and ends it once.
      for (const [other, its] of bookmarks) if (its === named) bookmarks.delete(other);
      bookmarks.set(id, named);
    } else if (name === "bookmarkEnd") bookmarks.delete(id);
    else if (name === "moveFromRangeStart" || name === "moveToRangeStart") moves.set(id, named);
    else if (name === "moveFromRangeEnd" || name === "moveToRangeEnd") moves.delete(id);
    else if (name === "commentRangeStart") {
      ranges.set(id, { paragraph: null, quote: "", names: [] });
      ranging.add(id);
    } else if (name === "commentRangeEnd") ranging.delete(id);
    else if (name === "commentReference") {
      ranging.delete(id);
      const range = ranges.get(id) ?? { paragraph: null, quote: "", names: [...bookmarks.values()] };
      range.paragraph ??= open.at(-1)?.number ?? null;
      ranges.set(id, range);
    }
  }

  const listener: Listener = {
    open(name, attributes) {
      if (skips > 0 || skipped.test(name)) {
        skips += 1;
        return;
      }
      if (name === "p") begin();
      else if (name === "tbl") tables += 1;
      else if (name === "tr") rows.push({ inserted: false, deleted: false });
      else if (name === "altChunk" || name === "subDoc") throw new DocxFault("embeddedContent");
      else if (/^(?:ins|del|moveTo|moveFrom)$/.test(name)) openChange(name);
      else if (name in signs && last() === "r") add(signs[name] ?? "");
      else if (name === "sym") add(symbolOf(attributes));
      else if (things.has(name)) open.at(-1)?.things.push(name);
      else if (name === "fldSimple") refuseFetching(attributeOf(attributes, "instr") ?? "");
      else if (name === "instrText" || name === "delInstrText") instruction = "";
      else mark(name, attributes);
      stack.push(name);
    },
    close(name) {
      if (skips > 0) {
        skips -= 1;
        return;
      }
      stack.pop();
      if (name === "p") open.pop();
      else if (name === "tbl") tables -= 1;
      else if (name === "tr") rows.pop();
      else if (/^(?:ins|del|moveTo|moveFrom)$/.test(name)) closeChange(name);
      else if (name === "instrText" || name === "delInstrText") refuseFetching(instruction);
    },
    text(text) {
      if (skips > 0) return;
      const name = last();
      if (name === "t" || name === "delText") add(escapes ? unescapeText(text) : text);
      else if (name === "instrText" || name === "delInstrText") instruction += text;
    },
  };
  readPart(part, bytes, listener, tally, { paragraph: () => open.at(-1)?.number ?? (count.paragraphs || null) });
  return { paragraphs: paragraphs as DocxParagraph[], ranges };
}

function refuseFetching(instruction: string) {
  if (fetching.test(instruction))
    throw new DocxFault("externalContent", { element: instruction.trim().split(/\s/)[0] ?? null });
}

/** A letter that is named by its number in a font of symbols. */
function symbolOf(attributes: Attributes) {
  const code = Number.parseInt(attributeOf(attributes, "char") ?? "", 16);
  return Number.isInteger(code) && code > 0 && code <= 0xffff ? String.fromCharCode(code) : "\ufffd";
}
