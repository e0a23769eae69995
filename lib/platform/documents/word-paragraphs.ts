import type * as Docx from "docx";
import type { Locale } from "@/lib/platform/i18n/routing";
import { toFileText } from "../files/controls";
import type { WordParagraph, WordRun, WordState, WordText } from "./word";
import { numbering, styleIds } from "./word-styles";

type Attributes = Record<string, string>;
type Changed = Exclude<WordState, "same">;

const elements: Record<Changed, string> = {
  added: "w:ins",
  removed: "w:del",
  movedHere: "w:moveTo",
  movedAway: "w:moveFrom",
};

const isGone = (state: WordState) => state === "removed" || state === "movedAway";

/**
 * The paragraphs as the library takes them. Runs, bookmarks and changes are written element by element: it has no moves, and
 * bookmarks whose ids are drawn by chance.
 */
export function toParagraphs(docx: typeof Docx, text: WordText, tags: Record<Locale, string>): Docx.Paragraph[] {
  class Part extends docx.XmlComponent {
    constructor(name: string, attributes: Attributes, children: readonly (Docx.XmlComponent | string)[] = []) {
      super(name);
      this.root.push({ _attr: attributes }, ...children);
    }
  }
  let id = 0;
  let minutes = 0;
  const next = () => String(++id);
  const hour = () => `${new Date(text.at.getTime() + minutes * 60_000).toISOString().slice(0, 19)}Z`;
  const changed = () => ({ "w:id": next(), "w:author": text.author, "w:date": hour() });

  function toRun({ text: words, state }: WordRun, language: Locale | undefined) {
    const look = language ? [new Part("w:rPr", {}, [new Part("w:lang", { "w:val": tags[language] })])] : [];
    // In what was moved away the words are whole; the element around them says that they are gone.
    const name = state === "removed" ? "w:delText" : "w:t";
    const pieces = toFileText(words)
      .split(/([\n\t])/)
      .filter((it) => it !== "")
      .map((it) => {
        if (it === "\n") return new Part("w:br", {});
        return it === "\t" ? new Part("w:tab", {}) : new Part(name, { "xml:space": "preserve" }, [it]);
      });
    const run = new Part("w:r", {}, [...look, ...pieces]);
    return state === "same" ? run : new Part(elements[state], changed(), [run]);
  }

  function surroundMoved(it: WordParagraph, inner: Docx.XmlComponent[], place: number): Docx.XmlComponent[] {
    const moved = it.end === "movedHere" ? "w:moveTo" : it.end === "movedAway" ? "w:moveFrom" : null;
    if (!moved || it.move === undefined) return inner;
    const attributes = { ...changed(), "w:name": `move_${it.move}_${place}` };
    const start = new Part(`${moved}RangeStart`, attributes);
    return [start, ...inner, new Part(`${moved}RangeEnd`, { "w:id": attributes["w:id"] })];
  }

  const places = new Map<string, number>();
  /** Paragraphs that move together are matched one by one, in order. */
  function orderOf({ move, end }: WordParagraph) {
    const key = `${move} ${end}`;
    places.set(key, (places.get(key) ?? 0) + 1);
    return places.get(key) ?? 0;
  }

  return text.paragraphs.map((it) => {
    // LibreOffice 7.4 takes words that came at the end of a paragraph, and a paragraph that came after it, for one change if
    // they are less than two minutes apart; rejecting it would join the paragraph to the one behind.
    minutes = it.end === "same" ? 0 : 2;
    const mark = next();
    const runs = it.runs.filter((run) => run.text !== "").map((run) => toRun(run, it.language));
    const bookmarked = [
      new Part("w:bookmarkStart", { "w:id": mark, "w:name": it.name }),
      ...runs,
      new Part("w:bookmarkEnd", { "w:id": mark }),
    ];
    const comments = it.comments ?? [];
    const inner = [
      ...comments.map((comment) => new docx.CommentRangeStart(comment)),
      ...surroundMoved(it, bookmarked, orderOf(it)),
      ...comments.flatMap((comment) => [
        new docx.CommentRangeEnd(comment),
        new docx.TextRun({ children: [new docx.CommentReference(comment)] }),
      ]),
    ];
    const end = { id: ++id, author: text.author, date: hour() };
    return new docx.Paragraph({
      style: styleIds[it.style],
      ...(it.style === "label" && { numbering: { reference: numbering, level: 0 } }),
      ...(it.end !== "same" && { run: isGone(it.end) ? { deletion: end } : { insertion: end } }),
      children: inner as unknown as Docx.ParagraphChild[],
    });
  });
}
