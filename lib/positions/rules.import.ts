import { unescapeFormula } from "@/lib/platform/files/csv";
import type { LifecycleStep } from "./rules";
import { findCode, type Vocabulary } from "./rules.columns";
import { type DraftInput, type DraftState, draftInput, type Stance, type Visibility } from "./schema";
import type { ColumnKey, OutcomeKind } from "./schema.files";

/** A cell that was read: its text, nothing, or something that is no text. */
export type FileCell = string | null | symbol;
export type FileLine = { line: number; cells: readonly FileCell[] };

export type HeadFault = { reason: "unknownColumn" | "repeatedColumn" | "columnMissing" | "emptyFile"; column: string };

/** Which column means what. A heading that means nothing is refused rather than passed over: it may be a mistyped one. */
export function readHead(cells: readonly FileCell[], { column }: Vocabulary): (ColumnKey | null)[] | HeadFault {
  const keys: (ColumnKey | null)[] = [];
  for (const cell of cells) {
    if (cell === null) {
      keys.push(null);
      continue;
    }
    const heading = typeof cell === "string" ? cell.slice(0, 80) : "";
    const key = findCode(column, heading);
    if (!key) return { reason: "unknownColumn", column: heading };
    if (keys.includes(key)) return { reason: "repeatedColumn", column: heading };
    keys.push(key);
  }
  for (const key of ["proposition", "stance"] as const) {
    if (!keys.includes(key)) return { reason: "columnMissing", column: key };
  }
  return keys;
}

/** The recorded text that a row of the file is compared with. */
export type RecordedText = {
  stance: Stance;
  rationaleEn: string | null;
  rationaleFr: string | null;
  reservationEn: string | null;
  reservationFr: string | null;
  visibility: Visibility;
  reviewBy: string | null;
  undecidedSince: string | null;
  decideBy: string | null;
};
export type ImportTarget = {
  currentWording: number;
  mayDraft: boolean;
  draft: (RecordedText & { state: DraftState }) | null;
  standing: RecordedText | null;
};

export type ImportContext = {
  organization: string;
  targets: ReadonlyMap<string, ImportTarget>;
  vocabulary: Vocabulary;
  /** The coalition's day. */
  today: string;
};

export type Outcome = {
  line: number;
  proposition: string | null;
  outcome: OutcomeKind;
  /** A key of `papers.refused`, `papers.left` or `errors.field`. */
  reason: string | null;
  column: ColumnKey | null;
  /** Where the same proposition stood before. */
  earlier: number | null;
  /** What would be drafted. */
  input: DraftInput | null;
};

type Cells = Partial<Record<ColumnKey, FileCell>>;

class Refused extends Error {
  constructor(
    readonly reason: string,
    readonly column: ColumnKey | null,
    readonly earlier: number | null = null,
  ) {
    super(reason);
  }
}

/** What would become of each row, in the file's order. */
export function judgeRows(
  head: readonly (ColumnKey | null)[],
  lines: readonly FileLine[],
  context: ImportContext,
): Outcome[] {
  const seen = new Map<string, number>();
  return lines.map(({ line, cells }) => {
    const named: Cells = {};
    for (const [at, key] of head.entries()) if (key) named[key] = cells[at] ?? null;
    const proposition = typeof named.proposition === "string" ? unescapeFormula(named.proposition).trim() : null;
    const row = { line, proposition: proposition?.slice(0, 80) ?? null, earlier: null, column: null, input: null };
    try {
      return { ...row, ...judge(named, proposition, context, seen, line) };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { ...row, outcome: "refused", reason: error.reason, column: error.column, earlier: error.earlier };
    }
  });
}

type Judged = { outcome: OutcomeKind; reason: string | null; input: DraftInput | null };
type Seen = Map<string, number>;

function judge(cells: Cells, proposition: string | null, context: ImportContext, seen: Seen, line: number): Judged {
  const text = (key: ColumnKey) => toText(cells, key);
  const organization = text("organization");
  if (organization && organization !== context.organization) throw new Refused("otherOrganization", "organization");
  if (!proposition) throw new Refused("propositionMissing", "proposition");
  const target = context.targets.get(proposition);
  if (!target) throw new Refused("unknownProposition", "proposition");
  const earlier = seen.get(proposition);
  if (earlier !== undefined) throw new Refused("duplicateRow", "proposition", earlier);
  seen.set(proposition, line);
  const texts = ["rationaleEn", "rationaleFr", "reservationEn", "reservationFr"] as const;
  const word = text("stance");
  if (!word) {
    if (texts.some((key) => text(key))) throw new Refused("stanceMissing", "stance");
    return { outcome: "unchanged", reason: "blank", input: null };
  }
  requireCurrentWording(text("wording"), target);
  const input = toDraft(cells, { proposition, word, target, context });
  const base = target.draft ?? target.standing;
  if (base && isSame(base, input, { cells, drafted: target.draft !== null, today: context.today })) {
    return { outcome: "unchanged", reason: "same", input: null };
  }
  if (target.draft?.state === "submitted") throw new Refused("submitted", null);
  if (!target.mayDraft) throw new Refused("noMandate", null);
  return { outcome: base ? "changed" : "new", reason: null, input: parseDraft(input) };
}

function toText(cells: Cells, key: ColumnKey): string | null {
  const cell = cells[key] ?? null;
  if (typeof cell === "symbol") throw new Refused("formula", key);
  return cell === null ? null : unescapeFormula(cell).trim() || null;
}

function requireCurrentWording(wording: string | null, { currentWording }: ImportTarget) {
  if (wording === null) return;
  if (!/^\d{1,6}$/.test(wording)) throw new Refused("notAVersion", "wording");
  if (Number(wording) !== currentWording) throw new Refused("wordsChanged", "wording");
}

type RowContext = { proposition: string; word: string; target: ImportTarget; context: ImportContext };

/** A column that the file does not have leaves what is recorded as it is; one that is left empty empties it. */
function toDraft(cells: Cells, { proposition, word, target, context }: RowContext): DraftInput {
  const { vocabulary, organization } = context;
  const base = target.draft ?? target.standing;
  const text = (key: "rationaleEn" | "rationaleFr" | "reservationEn" | "reservationFr") =>
    (key in cells ? toText(cells, key) : (base?.[key] ?? null)) ?? undefined;
  const stance = findCode(vocabulary.stance, word);
  if (!stance) throw new Refused("stanceUnknown", "stance");
  const readers = toText(cells, "visibility");
  const visibility = readers ? findCode(vocabulary.visibility, readers) : (base?.visibility ?? "network");
  if (!visibility) throw new Refused("visibilityUnknown", "visibility");
  const day = toDate(cells, "reviewBy");
  const toCome = (it: string | null | undefined) => (it && it > context.today ? it : undefined);
  const kept = toCome(base?.reviewBy);
  // What is not in the file goes with the stance that it belongs to, and with no other.
  const reserved = stance === "support_with_reservation";
  const reservationIn = (key: "reservationEn" | "reservationFr") => (key in cells || reserved ? text(key) : undefined);
  const [en, fr] = [reservationIn("reservationEn"), reservationIn("reservationFr")];
  const dateOf = (key: "undecidedSince" | "decideBy", recorded: string | undefined) =>
    key in cells ? (toDate(cells, key) ?? undefined) : stance === "undecided" ? recorded : undefined;
  return {
    organization,
    proposition,
    stance,
    rationale: { en: text("rationaleEn"), fr: text("rationaleFr") },
    ...(en || fr ? { reservation: { en, fr } } : {}),
    visibility,
    reviewBy: "reviewBy" in cells ? (day ?? undefined) : kept,
    undecidedSince: dateOf("undecidedSince", base?.undecidedSince ?? undefined),
    decideBy: dateOf("decideBy", toCome(base?.decideBy)),
  };
}

function toDate(cells: Cells, key: "reviewBy" | "undecidedSince" | "decideBy"): string | null {
  const day = toText(cells, key);
  if (day && !/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new Refused("notADate", key);
  return day;
}

const tidy = (text: string | null | undefined) => text?.replaceAll("\r\n", "\n").normalize("NFC").trim() || null;

type Compared = { cells: Cells; drafted: boolean; today: string };

/**
 * For what stands, an empty day asks for nothing new: it was counted from the sign-off. Nor does an empty day where the one
 * recorded has passed, which could not be asked for again.
 */
function isSame(base: RecordedText, input: DraftInput, { cells, drafted, today }: Compared): boolean {
  const requested = input.reviewBy ?? null;
  const review = !("reviewBy" in cells) || requested === base.reviewBy || (!drafted && requested === null);
  const decide = (input.decideBy ?? null) === base.decideBy || (!input.decideBy && (base.decideBy ?? "") <= today);
  return (
    review &&
    decide &&
    (input.undecidedSince ?? null) === base.undecidedSince &&
    base.stance === input.stance &&
    base.visibility === input.visibility &&
    tidy(base.rationaleEn) === tidy(input.rationale.en) &&
    tidy(base.rationaleFr) === tidy(input.rationale.fr) &&
    tidy(base.reservationEn) === tidy(input.reservation?.en) &&
    tidy(base.reservationFr) === tidy(input.reservation?.fr)
  );
}

/** The same shape that a draft is typed in: what could not be typed cannot be imported. */
function parseDraft(input: DraftInput): DraftInput {
  const parsed = draftInput.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const at = issue?.path.map(String) ?? [];
  const language = at[1] === "fr" ? "Fr" : "En";
  const column = at[0] === "rationale" || at[0] === "reservation" ? (`${at[0]}${language}` as const) : null;
  const reason = issue?.code === "too_big" ? "tooLong" : (issue?.message ?? "invalid");
  throw new Refused(
    /^[a-zA-Z]+$/.test(reason) ? reason : "invalid",
    column ?? (["reviewBy", "undecidedSince", "decideBy"] as const).find((key) => key === at[0]) ?? null,
  );
}

type Found = { revision: number; draftBefore: number | null; stateBefore: DraftState | null };

/** What is told when an import is undone: the draft before it is the draft again, or there is none. */
export function undoingStep({ revision, draftBefore, stateBefore }: Found): LifecycleStep {
  if (draftBefore === null) return { kind: "discarded", revision };
  return { kind: stateBefore === "returned" ? "restored" : "drafted", revision: draftBefore };
}
