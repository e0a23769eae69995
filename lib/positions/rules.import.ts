import { unescapeFormula } from "@/lib/platform/files/csv";
import { findCode } from "@/lib/platform/files/table-head";
import { struck } from "@/lib/platform/files/xlsx-cells";
import type { LifecycleStep } from "./rules";
import {
  type Cells,
  type Change,
  type Facts,
  type FileCell,
  type ImportContext,
  type ImportTarget,
  isSame,
  listChanges,
  mustFit,
  Refused,
  toDraft,
  toText,
} from "./rules.rows";
import type { DraftInput, DraftState } from "./schema";
import type { ColumnKey, OutcomeKind } from "./schema.files";

export type FileLine = { line: number; cells: readonly FileCell[] };

export type Outcome = {
  line: number;
  proposition: string | null;
  outcome: OutcomeKind;
  /** A key of `papers.refused`, `papers.left` or `errors.field`, with what fills it in. */
  reason: string | null;
  facts: Facts;
  column: ColumnKey | null;
  /** What would be drafted, and what of it differs from what is recorded. */
  input: DraftInput | null;
  changes: readonly Change[];
};

/** Our own files of the register hold every organization. A file that names this one nowhere was chosen by mistake. */
const isForAll = (rows: readonly Cells[], { organization }: ImportContext) =>
  rows.some((cells) => cells.organization === organization);

/** What would become of each row, in the file's order. */
export function judgeRows(
  head: readonly (ColumnKey | null)[],
  lines: readonly FileLine[],
  context: ImportContext,
): Outcome[] {
  const rows = lines.map(({ line, cells }) => {
    const named: Cells = {};
    for (const [at, key] of head.entries()) if (key) named[key] = cells[at] ?? null;
    return { line, named };
  });
  const forAll = isForAll(
    rows.map(({ named }) => named),
    context,
  );
  const seen = new Map<string, number>();
  return rows.map(({ line, named }) => {
    const proposition = typeof named.proposition === "string" ? unescapeFormula(named.proposition).trim() : null;
    const row = { line, proposition: proposition?.slice(0, 80) ?? null, facts: {}, column: null, input: null };
    try {
      return { ...row, changes: [], ...judge(named, { proposition, context, seen, line, forAll }) };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { reason, column, facts } = error;
      return { ...row, outcome: "refused", changes: [], reason, column, facts };
    }
  });
}

type Judged = { outcome: OutcomeKind; reason: string | null; input: DraftInput | null; changes?: readonly Change[] };
type Row = {
  proposition: string | null;
  context: ImportContext;
  seen: Map<string, number>;
  line: number;
  forAll: boolean;
};

const left = (reason: "same" | "blank" | "otherOrganization"): Judged => ({
  outcome: "unchanged",
  reason,
  input: null,
});

function judge(cells: Cells, { proposition, context, seen, line, forAll }: Row): Judged {
  const text = (key: ColumnKey) => toText(cells, key);
  const organization = text("organization");
  if (organization && organization !== context.organization) {
    if (forAll) return left("otherOrganization");
    throw new Refused("otherOrganization", "organization");
  }
  if (cells.proposition === struck) throw new Refused("struck", "proposition");
  if (!proposition) throw new Refused("propositionMissing", "proposition");
  const target = context.targets.get(proposition);
  if (!target) throw new Refused("unknownProposition", "proposition");
  const word = text("stance");
  if (equalsStanding(cells, { proposition, word, target, context })) return left("same");
  const earlier = seen.get(proposition);
  if (earlier !== undefined) throw new Refused("duplicateRow", "proposition", { line: earlier });
  seen.set(proposition, line);
  const texts = ["rationaleEn", "rationaleFr", "reservationEn", "reservationFr"] as const;
  if (!word) {
    if (texts.some((key) => text(key))) throw new Refused("stanceMissing", "stance");
    return left("blank");
  }
  const base = target.draft ?? target.standing;
  const input = toDraft(cells, { proposition, word, base, context });
  if (base && isSame(base, input, { cells, drafted: target.draft !== null, today: context.today })) return left("same");
  requireCurrentWording(text("wording"), target);
  if (target.draft?.state === "submitted") throw new Refused("submitted", null);
  if (!target.mayDraft) throw new Refused("noMandate", null);
  const fitting = mustFit(input);
  return { outcome: base ? "changed" : "new", reason: null, input: fitting, changes: listChanges(base, fitting) };
}

type Standing = { proposition: string; word: string | null; target: ImportTarget; context: ImportContext };

/** Our own files hold what stands beside the draft that is to take its place: a row of the first asks for nothing. */
function equalsStanding(cells: Cells, { proposition, word, target: { draft, standing }, context }: Standing): boolean {
  if (!word || !draft || !standing || typeof cells.state !== "string") return false;
  if (findCode(context.vocabulary.state, cells.state) !== "standing") return false;
  const requested = toDraft(cells, { proposition, word, base: standing, context });
  return isSame(standing, requested, { cells, drafted: false, today: context.today });
}

function requireCurrentWording(wording: string | null, { currentWording }: ImportTarget) {
  if (wording === null) return;
  if (!/^\d{1,6}$/.test(wording)) throw new Refused("notAVersion", "wording");
  if (Number(wording) !== currentWording) throw new Refused("wordsChanged", "wording");
}

type Found = { revision: number; draftBefore: number | null; stateBefore: DraftState | null };

/** The step that undoes an import: the draft before it is the draft again, or there is none. */
export function undoingStep({ revision, draftBefore, stateBefore }: Found): LifecycleStep {
  if (draftBefore === null) return { kind: "discarded", revision };
  return { kind: stateBefore === "returned" ? "restored" : "drafted", revision: draftBefore };
}
