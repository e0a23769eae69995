import { findControl } from "@/lib/platform/files/controls";
import { unescapeFormula } from "@/lib/platform/files/csv";
import { findCode } from "@/lib/platform/files/table-head";
import { struck } from "@/lib/platform/files/xlsx-cells";
import type { Vocabulary } from "./rules.columns";
import type { DraftInput, DraftState, Stance, Visibility } from "./schema";
import { draftInput } from "./schema";
import { type ChangedKey, type ColumnKey, changedKeys } from "./schema.files";

/** A cell that was read: its text, nothing, or something that is no text. */
export type FileCell = string | null | symbol;
export type Cells = Partial<Record<ColumnKey, FileCell>>;

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

export type Facts = Readonly<Record<string, string | number>>;

/** Why a row is refused: a key of `papers.refused` or `errors.field`, with what fills it in. */
export class Refused extends Error {
  constructor(
    readonly reason: string,
    readonly column: ColumnKey | null,
    readonly facts: Facts = {},
  ) {
    super(reason);
  }
}

export function toText(cells: Cells, key: ColumnKey): string | null {
  const cell = cells[key] ?? null;
  if (cell === struck) throw new Refused("struck", key);
  if (typeof cell === "symbol") throw new Refused("formula", key);
  if (cell === null) return null;
  const control = findControl(cell);
  if (control) throw new Refused("control", key, control);
  return unescapeFormula(cell).trim() || null;
}

type RowContext = { proposition: string; word: string; base: RecordedText | null; context: ImportContext };

/** A column that the file does not have leaves what is recorded as it is; one that is left empty empties it. */
export function toDraft(cells: Cells, { proposition, word, base, context }: RowContext): DraftInput {
  const { vocabulary, organization } = context;
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
  const textOf = (key: "reservationEn" | "reservationFr") => (key in cells || reserved ? text(key) : undefined);
  const [en, fr] = [textOf("reservationEn"), textOf("reservationFr")];
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

/** Texts that differ in nothing that a file keeps: files write line ends and accents in more than one way. */
const tidy = (text: string | null | undefined) => text?.replace(/\r\n?/g, "\n").normalize("NFC").trim() || null;

type Compared = { cells: Cells; drafted: boolean; today: string };

/**
 * For what stands, an empty day asks for nothing new: it was counted from the sign-off. Nor does an empty day where the one
 * recorded has passed, which could not be asked for again.
 */
export function isSame(base: RecordedText, input: DraftInput, { cells, drafted, today }: Compared): boolean {
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
export function mustFit(input: DraftInput): DraftInput {
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

/** One thing that a row would change, as it is recorded and as it would be drafted. */
export type Change = { column: ChangedKey; before: string | null; after: string | null };

export function listChanges(base: RecordedText | null, input: DraftInput): Change[] {
  const after: Record<ChangedKey, string | null | undefined> = {
    stance: input.stance,
    rationaleEn: input.rationale.en,
    rationaleFr: input.rationale.fr,
    reservationEn: input.reservation?.en,
    reservationFr: input.reservation?.fr,
    visibility: input.visibility,
    reviewBy: input.reviewBy,
    undecidedSince: input.undecidedSince,
    decideBy: input.decideBy,
  };
  return changedKeys.flatMap((column): Change[] => {
    const change = { column, before: tidy(base?.[column]), after: tidy(after[column]) };
    return change.before === change.after ? [] : [change];
  });
}
