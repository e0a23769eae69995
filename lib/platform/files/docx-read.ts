import { DocxFault } from "./docx-fault";
import { openDocx, type Parts, type Relation, readPart, readRelations } from "./docx-parts";
import { DocxCount, type DocxParagraph, type DocxRange, readParagraphs, unescapeText } from "./docx-text";
import { Tally } from "./tally";
import { attributeOf, type Listener } from "./xlsx-xml";

const maxComments = 1_000;

/** A remark. Who made it, when and on which machine is not read. */
export type DocxComment = {
  readonly number: number;
  readonly text: string;
  /** The one that it answers, by its number. */
  readonly answers: number | null;
  /** The paragraph that it begins in, the words that it is about, and the bookmarks that these stand in. */
  readonly paragraph: number | null;
  readonly quote: string;
  readonly names: readonly string[];
};

/** What a document says, as plain data. */
export type Docx = {
  readonly properties: Readonly<Record<string, string>>;
  readonly paragraphs: readonly DocxParagraph[];
  readonly comments: readonly DocxComment[];
};

/** A document for Word: its paragraphs as they were before the tracked changes and as they are after, and its remarks. */
export function readDocx(bytes: Uint8Array): Docx {
  const parts = openDocx(bytes);
  const tally = new Tally();
  const main = readRelations("", parts, tally).find(({ type }) => type === "officeDocument")?.target;
  if (!main) throw new DocxFault("notADocument", { part: "_rels/.rels" });
  if (!main.startsWith("word/")) throw new DocxFault("notADocument", { part: main });
  const relations = readRelations(main, parts, tally);
  const count = new DocxCount();
  const escapes = isByLibreOffice(parts, tally);
  const { paragraphs, ranges } = readParagraphs(main, { parts, tally, count, escapes });
  const beside = relations.flatMap(({ type, target }) => {
    const kind = /^(?:foot|end)notes$/.test(type) ? "note" : /^(?:header|footer)$/.test(type) ? "margin" : null;
    if (!kind) return [];
    readRelations(target, parts, tally);
    return readParagraphs(target, { parts, tally, count, escapes, beside: kind }).paragraphs;
  });
  const comments = readComments(relations, ranges, { parts, tally, escapes });
  return { properties: readProperties(parts, tally), paragraphs: [...paragraphs, ...beside], comments };
}

/** Which program saved it is asked for this alone: how it writes what others would take for an escaped letter. */
function isByLibreOffice(parts: Parts, tally: Tally): boolean {
  const bytes = parts.get("docprops/app.xml");
  if (!bytes) return false;
  let [element, program] = ["", ""];
  const listener: Listener = {
    open: (name) => {
      element = name;
    },
    text: (text) => {
      if (element === "Application") program += text;
    },
  };
  readPart("docProps/app.xml", bytes, listener, tally);
  return /^\s*(?:LibreOffice|Collabora)/.test(program);
}

type Reading = { parts: Parts; tally: Tally; escapes: boolean };

function readComments(relations: readonly Relation[], ranges: ReadonlyMap<string, DocxRange>, reading: Reading) {
  const { parts, tally } = reading;
  const part = relations.find(({ type }) => type === "comments")?.target;
  const found: { id: string; text: string; paraIds: string[] }[] = [];
  if (part) {
    readRelations(part, parts, tally);
    const { texts } = readCommentTexts(part, reading);
    found.push(...texts);
  }
  const [missing] = [...ranges].filter(([id]) => !found.some((it) => it.id === id));
  if (missing)
    throw new DocxFault("commentMissing", { part: part ?? null, paragraph: missing[1].paragraph, element: missing[0] });
  const threads = readThreads(relations, reading);
  const numbers = new Map(found.flatMap(({ paraIds }, at) => paraIds.map((it) => [it, at + 1] as const)));
  return found.map(({ id, text, paraIds }, at): DocxComment => {
    const parent = paraIds.map((it) => threads.get(it)).find((it) => it !== undefined);
    const range = ranges.get(id) ?? { paragraph: null, quote: "", names: [] };
    return { number: at + 1, text, answers: (parent !== undefined && numbers.get(parent)) || null, ...range };
  });
}

/** The words of each remark, once their own changes are accepted; its paragraphs are lines. */
function readCommentTexts(part: string, { parts, tally, escapes }: Reading) {
  const texts: { id: string; text: string; paraIds: string[] }[] = [];
  const bytes = parts.get(part);
  if (!bytes) throw new DocxFault("partMissing", { part });
  const count = new DocxCount();
  let [isText, deleted, lines] = [false, 0, 0];
  const append = (text: string) => {
    const comment = texts.at(-1);
    if (!comment || deleted > 0) return;
    count.countLetters(text.length);
    comment.text += text;
  };
  const listener: Listener = {
    open(name, attributes) {
      if (name === "comment") {
        texts.push({ id: attributeOf(attributes, "id") ?? "", text: "", paraIds: [] });
        lines = 0;
        if (texts.length > maxComments) throw new DocxFault("tooManyComments");
      } else if (name === "p") {
        if (lines++ > 0) append("\n");
        const paraId = attributeOf(attributes, "paraId");
        if (paraId) texts.at(-1)?.paraIds.push(paraId);
      } else if (name === "br" || name === "cr") append("\n");
      else if (name === "tab") append("\t");
      else if (name === "noBreakHyphen") append("\u2011");
      else if (name === "del") deleted += 1;
      isText = name === "t";
    },
    close(name) {
      if (name === "del") deleted -= 1;
      isText = false;
    },
    text: (text) => (isText ? append(escapes ? unescapeText(text) : text) : undefined),
  };
  readPart(part, bytes, listener, tally, { paragraph: () => texts.length || null });
  return { texts };
}

/** Which remark answers which, by the ids of their last paragraphs. */
function readThreads(relations: readonly Relation[], { parts, tally }: Reading): Map<string, string> {
  const threads = new Map<string, string>();
  const part = relations.find(({ type }) => type === "commentsExtended")?.target;
  const bytes = part ? parts.get(part) : undefined;
  if (!part || !bytes) return threads;
  const listener: Listener = {
    open(name, attributes) {
      const [own, parent] = [attributeOf(attributes, "paraId"), attributeOf(attributes, "paraIdParent")];
      if (name === "commentEx" && own && parent) threads.set(own, parent);
    },
  };
  readPart(part, bytes, listener, tally);
  return threads;
}

/** What whoever made the document wrote into it for its reader. Who, when and with what is not read. */
function readProperties(parts: Parts, tally: Tally): Record<string, string> {
  const properties: Record<string, string> = {};
  const bytes = parts.get("docprops/custom.xml");
  if (!bytes) return properties;
  let name: string | null = null;
  const listener: Listener = {
    open(element, attributes) {
      if (element === "property") name = attributeOf(attributes, "name") ?? null;
    },
    text(text) {
      if (name?.startsWith("concerted")) properties[name] = (properties[name] ?? "") + text.trim();
    },
  };
  readPart("docProps/custom.xml", bytes, listener, tally);
  return properties;
}
