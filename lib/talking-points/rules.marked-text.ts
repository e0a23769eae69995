import type { Docx } from "@/lib/platform/files/docx-read";
import { textOf } from "@/lib/platform/files/docx-streams";
import { toCanonicalText } from "@/lib/platform/text/canonical";
import { readAdditions } from "./rules.marked-additions";
import { isSameText, type MarkedChange, type Marking, type Texts, unplaced } from "./rules.marked-changes";
import { identifyParagraphs, type MarkedParagraph, type PrintedVersion, printVersion } from "./rules.marked-paragraphs";
import { movedKeys } from "./rules.text";
import type { WordVersion } from "./rules.word";
import { clauseParts } from "./rules.word-names";

const partReasons = { kind: "kindChanged", of: "addresseeChanged", source: "sourceChanged" } as const;

class Reading {
  readonly changes: MarkedChange[] = [];
  readonly placed: MarkedParagraph[];
  readonly printed: PrintedVersion;

  constructor(
    readonly docx: Docx,
    readonly version: WordVersion,
    readonly marking: Marking,
  ) {
    this.printed = printVersion(version, marking.language, marking.kinds[marking.language]);
    this.placed = identifyParagraphs(docx.paragraphs, this.printed).filter(
      ({ text, place }) => text.trim() !== "" || place.of === "part",
    );
    this.adoptTranslations();
  }

  private key = (number: number) => this.version.clauses[number - 1]?.key ?? "";
  private words = (text: string): Texts => ({ [this.marking.language]: toCanonicalText(text) });
  /** Texts under the heading of a clause that has none in this language yet are its words. */
  private adoptTranslations() {
    this.placed.forEach((it, at) => {
      const before = this.placed[at - 1]?.place;
      if (it.place.of !== "new" || before?.of !== "part" || !/^(?:kind|question)$/.test(before.part)) return;
      if (this.printed.parts[before.number - 1]?.text) return;
      this.placed[at] = { ...it, place: { of: "part", number: before.number, part: "text" } };
    });
  }

  private find = (number: number, part: string) =>
    this.placed.find(({ place }) => place.of === "part" && place.number === number && place.part === part);
  private isTorn = (number: number) =>
    this.placed.some(({ place }) => (place.of === "joined" || place.of === "split") && place.numbers.includes(number));

  readClauses() {
    this.version.clauses.forEach((clause, at) => {
      const number = at + 1;
      if (this.isTorn(number)) return;
      const printed = this.printed.parts[at];
      const text = this.find(number, "text");
      const question = this.find(number, "question");
      const has = (it: MarkedParagraph | undefined) => it !== undefined && it.text.trim() !== "";
      const before = [printed?.question, printed?.text].filter(Boolean).join("\n") || null;
      if (printed?.text && !has(text) && !has(question)) {
        const paragraph = this.findGone(number);
        this.changes.push({
          paragraph,
          number,
          before,
          after: null,
          amendment: { kind: "drop", clause: clause.key },
          reason: null,
        });
        return;
      }
      if (printed?.text && !has(text))
        this.changes.push(unplaced("partGone", { number, paragraph: this.findGone(number), before: printed.text }));
      this.readWording(number, clause.key);
      for (const part of clauseParts) {
        const [was, now] = [printed?.[part] ?? null, this.find(number, part)];
        if (part === "text" || was === null) continue;
        if (!has(now)) this.changes.push(unplaced("partGone", { number, paragraph: now?.number ?? null, before: was }));
        else if (part !== "question" && now && !isSameText(was, now.text))
          this.changes.push(
            unplaced(partReasons[part], { number, paragraph: now.number, before: was, after: now.text }),
          );
      }
    });
  }

  private readWording(number: number, clause: string) {
    const printed = this.printed.parts[number - 1];
    const [text, question] = [this.find(number, "text"), this.find(number, "question")];
    const changed = (it: MarkedParagraph | undefined, was: string | null | undefined) =>
      it !== undefined && it.text.trim() !== "" && !isSameText(it.text, was ?? null);
    const [words, asked] = [changed(text, printed?.text), changed(question, printed?.question)];
    if (!words && !asked) return;
    this.changes.push({
      ...{ paragraph: (words ? text : question)?.number ?? null, number, reason: null },
      before: [asked && printed?.question, words && printed?.text].filter(Boolean).join("\n") || null,
      after: [asked && question?.text, words && text?.text].filter(Boolean).join("\n"),
      amendment: {
        ...{ kind: "words", clause },
        ...(words && { words: this.words(text?.text ?? "") }),
        ...(asked && { question: this.words(question?.text ?? "") }),
      },
    });
  }

  /** Where in the file words stood that are no longer there. */
  private findGone(number: number): number | null {
    const found = this.docx.paragraphs.find(({ pieces }) =>
      pieces.some(({ names }) => names.some((it) => it.startsWith(`clause_${number}_text_`))),
    );
    return found?.number ?? null;
  }

  readOrder() {
    const order = this.placed.flatMap(({ place, number: paragraph }) =>
      place.of === "part" && place.part === "text" && !this.isTorn(place.number)
        ? [{ key: this.key(place.number), number: place.number, paragraph }]
        : [],
    );
    const moved = movedKeys(this.version.clauses, order);
    order.forEach(({ key, number, paragraph }, at) => {
      if (!moved.has(key)) return;
      const after = order[at - 1]?.key ?? null;
      const text = this.printed.parts[number - 1]?.text ?? null;
      const amendment = { kind: "move" as const, clause: key, after };
      this.changes.push({ paragraph, number, before: text, after: text, amendment, reason: null });
    });
  }

  /** What stands beside the text, and what is no words. */
  readOutside() {
    const reasons = { table: "inTable", box: "inBox", note: "inNote", margin: "inMargin" } as const;
    for (const it of this.docx.paragraphs) {
      const text = textOf(it.pieces, "later");
      if (it.in !== "text" && text.trim() !== "")
        this.changes.push(unplaced(reasons[it.in], { number: null, paragraph: it.number, after: text }));
      for (const thing of it.things)
        this.changes.push(unplaced("nonText", { number: null, paragraph: it.number, after: `[${thing}]` }));
    }
  }
}

/** What a marked text changes in the version that it was made of, in the order in which it stands there. */
export function readMarkedText(docx: Docx, version: WordVersion, marking: Marking) {
  const reading = new Reading(docx, version, marking);
  reading.readClauses();
  reading.readOrder();
  reading.readOutside();
  reading.changes.push(...readAdditions(reading));
  const orderOf = ({ paragraph }: MarkedChange) => paragraph ?? Number.MAX_SAFE_INTEGER;
  return { changes: reading.changes.sort((one, other) => orderOf(one) - orderOf(other)), placed: reading.placed };
}
