import type { Docx } from "@/lib/platform/files/docx-read";
import { textOf } from "@/lib/platform/files/docx-streams";
import { toCanonicalText } from "@/lib/platform/text/canonical";
import type { ClauseKind } from "./constants";
import { type MarkedParagraph, type PrintedVersion, placeParagraphs, printVersion } from "./rules.marked-places";
import { movedKeys } from "./rules.text";
import type { WordFrame, WordVersion } from "./rules.word";
import { clauseParts, type Language } from "./rules.word-names";
import type { UnplacedReason } from "./schema.word";

type Words = { en?: string; fr?: string };
/** An amendment as its noun takes a draft of one. */
export type MarkedAmendment =
  | { kind: "words"; clause: string; words?: Words; question?: Words }
  | { kind: "new_clause"; after: string | null; clauses: [{ kind: ClauseKind; text: Words; question?: Words }] }
  | { kind: "drop"; clause: string }
  | { kind: "move"; clause: string; after: string | null };

/** One change that a marked text makes. */
export type MarkedChange = {
  /** Of the file, counted from 1. */
  paragraph: number | null;
  /** Of the clause in the version that was marked. */
  number: number | null;
  before: string | null;
  after: string | null;
  amendment: MarkedAmendment | null;
  reason: UnplacedReason | null;
};

export type Marking = { language: Language; kinds: Record<Language, WordFrame["kinds"]> };

const same = (one: string | null, other: string | null) => toCanonicalText(one ?? "") === toCanonicalText(other ?? "");

const unplaced = (
  reason: UnplacedReason,
  it: { number: number | null; paragraph: number | null; before?: string | null; after?: string | null },
): MarkedChange => ({
  ...{ paragraph: it.paragraph, number: it.number, before: it.before ?? null, after: it.after ?? null },
  ...{ amendment: null, reason },
});

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
    this.placed = placeParagraphs(docx.paragraphs, this.printed).filter(
      ({ text, place }) => text.trim() !== "" || place.of === "part",
    );
    this.adoptTranslations();
  }

  private key = (number: number) => this.version.clauses[number - 1]?.key ?? "";
  private words = (text: string): Words => ({ [this.marking.language]: toCanonicalText(text) });
  private placeBefore = (at: number) =>
    this.placed
      .slice(0, at)
      .reverse()
      .find(({ place }) => place.of !== "new")?.place;

  /** Words under the heading of a clause that has none in this language yet are its words. */
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
        const paragraph = this.placeOfGone(number);
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
        this.changes.push(unplaced("partGone", { number, paragraph: this.placeOfGone(number), before: printed.text }));
      this.readWords(number, clause.key);
      for (const part of clauseParts) {
        const [was, now] = [printed?.[part] ?? null, this.find(number, part)];
        if (part === "text" || was === null) continue;
        if (!has(now)) this.changes.push(unplaced("partGone", { number, paragraph: now?.number ?? null, before: was }));
        else if (part !== "question" && now && !same(was, now.text))
          this.changes.push(
            unplaced(partReasons[part], { number, paragraph: now.number, before: was, after: now.text }),
          );
      }
    });
  }

  private readWords(number: number, clause: string) {
    const printed = this.printed.parts[number - 1];
    const [text, question] = [this.find(number, "text"), this.find(number, "question")];
    const changed = (it: MarkedParagraph | undefined, was: string | null | undefined) =>
      it !== undefined && it.text.trim() !== "" && !same(it.text, was ?? null);
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
  private placeOfGone(number: number): number | null {
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

  /** Words that stand in no part: new clauses where they stand between two, and otherwise listed. */
  readNew() {
    let run: { at: number; it: MarkedParagraph }[] = [];
    this.placed.forEach((it, at) => {
      const { place } = it;
      if (place.of === "new") run.push({ at, it });
      else {
        this.readRun(run);
        run = [];
        if (place.of === "frame" && place.touched)
          this.changes.push(unplaced("frameChanged", { ...toSides(it), number: null, paragraph: it.number }));
        if (place.of === "title" && !same(it.text, this.printed.title))
          this.changes.push(
            unplaced("titleChanged", {
              number: null,
              paragraph: it.number,
              before: this.printed.title,
              after: it.text,
            }),
          );
        if (place.of === "joined" || place.of === "split")
          this.changes.push(
            unplaced(place.of, { ...toSides(it), number: place.numbers[0] ?? null, paragraph: it.number }),
          );
      }
    });
    this.readRun(run);
  }

  private readRun(run: readonly { at: number; it: MarkedParagraph }[]) {
    const [first] = run;
    if (!first) return;
    const before = this.placeBefore(first.at);
    const next = this.placed[first.at + run.length]?.place;
    const refuse = (reason: UnplacedReason, it: MarkedParagraph) =>
      this.changes.push(unplaced(reason, { number: null, paragraph: it.number, after: it.text }));
    const isPast = this.placed.slice(0, first.at).some(({ place }) => place.of === "part");
    if (before?.of === "frame" && isPast) {
      for (const { it } of run) refuse("outsideClauses", it);
      return;
    }
    const within =
      before?.of === "part" && next?.of === "part" && next.part !== "kind" && before.number === next.number;
    if (within || before?.of === "split" || before?.of === "joined") {
      for (const { it } of run) refuse("insideClause", it);
      return;
    }
    const after = before?.of === "part" ? this.key(before.number) : null;
    this.readNewClauses(
      run.map(({ it }) => it),
      after,
      refuse,
    );
  }

  private kindOf(text: string): ClauseKind | null {
    const labels = [this.marking.kinds.en, this.marking.kinds.fr].flatMap((it) => Object.entries(it));
    return (labels.find(([, label]) => same(label, text))?.[0] as ClauseKind | undefined) ?? null;
  }

  private readNewClauses(
    run: readonly MarkedParagraph[],
    after: string | null,
    refuse: (reason: UnplacedReason, it: MarkedParagraph) => void,
  ) {
    let kind: ClauseKind | null = null;
    for (let at = 0; at < run.length; at++) {
      const it = run[at] as MarkedParagraph;
      const labelled = this.kindOf(it.text);
      const following = run[at + 1];
      if (labelled && !following) refuse("kindNeedsMore", it);
      if (labelled) {
        kind = labelled;
        continue;
      }
      if (kind === "proof" || kind === "ask" || /^(?:→|\(.*\)$)/su.test(it.text.trim())) {
        refuse("kindNeedsMore", it);
        continue;
      }
      const asks = kind === "if_asked";
      if (asks && (!following || this.kindOf(following.text))) {
        refuse("questionMissing", it);
        kind = null;
        continue;
      }
      const said = asks ? (following as MarkedParagraph) : it;
      if (asks) at++;
      this.changes.push({
        ...{ paragraph: it.number, number: null, before: null, reason: null },
        after: asks ? `${it.text}\n${said.text}` : it.text,
        amendment: {
          ...{ kind: "new_clause", after },
          clauses: [
            {
              kind: kind ?? "key_message",
              text: this.words(said.text),
              ...(asks && { question: this.words(it.text) }),
            },
          ],
        },
      });
      kind = null;
    }
  }

  /** What stands beside the text, and what is no words. */
  readBeside() {
    const reasons = { table: "inTable", box: "inBox", note: "inNote", margin: "inMargin" } as const;
    for (const it of this.docx.paragraphs) {
      const text = textOf(it.pieces, "later");
      if (it.in !== "text" && text.trim() !== "")
        this.changes.push(unplaced(reasons[it.in], { number: null, paragraph: it.number, after: text }));
      for (const thing of it.things)
        this.changes.push(unplaced("notWords", { number: null, paragraph: it.number, after: `[${thing}]` }));
    }
  }
}

const toSides = ({ pieces, text }: MarkedParagraph) => ({ before: textOf(pieces, "earlier"), after: text });

/** What a marked text changes in the version that it was made of, in the order in which it stands there. */
export function readMarkedText(docx: Docx, version: WordVersion, marking: Marking) {
  const reading = new Reading(docx, version, marking);
  reading.readClauses();
  reading.readOrder();
  reading.readNew();
  reading.readBeside();
  const place = ({ paragraph }: MarkedChange) => paragraph ?? Number.MAX_SAFE_INTEGER;
  return { changes: reading.changes.sort((one, other) => place(one) - place(other)), placed: reading.placed };
}
