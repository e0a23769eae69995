import { textOf } from "@/lib/platform/files/docx-streams";
import { toCanonicalText } from "@/lib/platform/text/canonical";
import type { ClauseKind } from "./constants";
import { isSameText, type MarkedChange, type Marking, type Texts, unplaced } from "./rules.marked-changes";
import type { MarkedParagraph, PrintedVersion } from "./rules.marked-paragraphs";
import type { WordVersion } from "./rules.word";
import type { UnplacedReason } from "./schema.word";

type Read = {
  readonly placed: readonly MarkedParagraph[];
  readonly printed: PrintedVersion;
  readonly version: WordVersion;
  readonly marking: Marking;
};

const toSides = ({ pieces, text }: MarkedParagraph) => ({ before: textOf(pieces, "earlier"), after: text });

/** What a marked text has that is in no part of a clause: new clauses where it stands between two, and otherwise listed. */
export function readAdditions(read: Read): MarkedChange[] {
  const additions = new Additions(read);
  additions.readNew();
  return additions.changes;
}

class Additions {
  readonly changes: MarkedChange[] = [];
  private readonly placed: Read["placed"];
  private readonly printed: PrintedVersion;
  private readonly marking: Marking;

  constructor(private readonly read: Read) {
    this.placed = read.placed;
    this.printed = read.printed;
    this.marking = read.marking;
  }

  private key = (number: number) => this.read.version.clauses[number - 1]?.key ?? "";
  private words = (text: string): Texts => ({ [this.marking.language]: toCanonicalText(text) });
  private roleBefore = (at: number) =>
    this.placed
      .slice(0, at)
      .reverse()
      .find(({ place }) => place.of !== "new")?.place;

  /** Texts that stand in no part: new clauses where they stand between two, and otherwise listed. */
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
        if (place.of === "title" && !isSameText(it.text, this.printed.title))
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
    const before = this.roleBefore(first.at);
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
    return (labels.find(([, label]) => isSameText(label, text))?.[0] as ClauseKind | undefined) ?? null;
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
      if (labelled && !following) refuse("kindAlone", it);
      if (labelled) {
        kind = labelled;
        continue;
      }
      if (/^(?:→|\(.*\)$)/su.test(it.text.trim())) {
        refuse("kindNeedsMore", it);
        continue;
      }
      const note = kind === "proof" ? "sourceToChoose" : kind === "ask" ? "officeToChoose" : undefined;
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
        ...(note && { note }),
        after: asks ? `${it.text}\n${said.text}` : it.text,
        amendment: {
          ...{ kind: "new_clause", after },
          clauses: [
            {
              // A proof without its source, or an ask of nobody, is no clause: its words are drafted, and say what they lack.
              kind: note ? "key_message" : (kind ?? "key_message"),
              text: this.words(said.text),
              ...(asks && { question: this.words(it.text) }),
            },
          ],
          ...(note && { summary: { [this.marking.language]: this.marking.toComplete[note] } }),
        },
      });
      kind = null;
    }
  }
}
