import { z } from "zod";
import { listOf, pageQuery } from "@/lib/platform/http/pagination";
import { slug } from "@/lib/platform/text/schema";
import { draftState, stance, visibility } from "./schema";

/** The columns of a file of positions, by key; their headings are words of the file's language. */
export const columnKeys = [
  "organization",
  "organizationName",
  "proposition",
  "number",
  "title",
  "wording",
  "currentWording",
  "state",
  "stance",
  "since",
  "rationaleEn",
  "rationaleFr",
  "reservationEn",
  "reservationFr",
  "visibility",
  "reviewBy",
  "undecidedSince",
  "decideBy",
  "joinedBy",
  "explanationEn",
  "explanationFr",
  "stale",
  "authorizedBy",
  "instrument",
  "instrumentDate",
] as const;
export type ColumnKey = (typeof columnKeys)[number];

/** The columns that a file may change. */
export const changedKeys = [
  "stance",
  "rationaleEn",
  "rationaleFr",
  "reservationEn",
  "reservationFr",
  "visibility",
  "reviewBy",
  "undecidedSince",
  "decideBy",
] as const satisfies readonly ColumnKey[];
export type ChangedKey = (typeof changedKeys)[number];

export const textStates = ["standing", ...draftState.options] as const;
export type TextState = (typeof textStates)[number];

const fileFormat = z.enum(["csv", "xlsx"]).default("csv");
const language = z.enum(["en", "fr"]).optional();

export const exportInput = z.strictObject({
  format: fileFormat,
  language,
  organization: slug.optional(),
  proposition: slug.optional(),
  theme: slug.optional(),
  stance: stance.optional(),
  stale: z.enum(["true", "false"]).optional(),
});
export type ExportInput = z.output<typeof exportInput>;

export const templateInput = z.strictObject({ slug, format: fileFormat, language });
export type TemplateInput = z.output<typeof templateInput>;

export const maxRows = 5_000;
export const maxBytes = 5_000_000;

/** The request as REST passes it: query and form apart. Headers are passed too, and ignored. */
export const importInput = z.object({
  query: z.strictObject({ preview: z.enum(["true", "false"]).default("true") }).default({ preview: "true" }),
  body: z.strictObject({
    organization: slug,
    file: z.file().max(maxBytes),
    /** The preview's digest; applying needs it. */
    digest: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
    /** Chosen by the caller, who may ask by it how far the work has come. */
    run: z.uuid().optional(),
  }),
});
export type ImportInput = z.output<typeof importInput>;

export const outcomes = ["new", "changed", "unchanged", "refused"] as const;
export type OutcomeKind = (typeof outcomes)[number];

const bothTexts = z.object({ en: z.string(), fr: z.string() });

/** What one column would change: the words as they are recorded, and as they would be drafted. */
const importChange = z.object({
  /** Its heading, in the caller's language. */
  column: z.string(),
  /** Of the words; null for what is a code or a day. */
  language: z.enum(["en", "fr"]).nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});

/** What would become of one row of the file. */
export const importRow = z.object({
  /** As the spreadsheet counts rows. */
  line: z.number().int(),
  proposition: z.string().nullable(),
  title: bothTexts.nullable(),
  /** The proposition's own words, where the row would change what is recorded on it. */
  statement: bothTexts.nullable(),
  outcome: z.enum(outcomes),
  stance: stance.nullable(),
  visibility: visibility.nullable(),
  /** Why it is refused, or left as it is: in the caller's language. */
  reason: z.string().nullable(),
  /** The heading of the column that is at fault. */
  column: z.string().nullable(),
  changes: z.array(importChange),
});
export type ImportRow = z.output<typeof importRow>;

const count = z.number().int();
export const importAnswer = z.object({
  organization: z.string(),
  /** The sheet of a workbook that was read; null for a file that has no sheets. */
  sheet: z.string().nullable(),
  digest: z.string(),
  counts: z.object({ new: count, changed: count, unchanged: count, refused: count }),
  rows: z.array(importRow),
  /** Null in a preview. */
  applied: z.object({ id: z.string(), drafts: count }).nullable(),
});
export type ImportAnswer = z.output<typeof importAnswer>;

export const positionImport = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  /** Null once the person's row is gone. */
  by: z.string().nullable(),
  drafts: count,
  undoneAt: z.iso.datetime().nullable(),
  mayUndo: z.boolean(),
});
export type PositionImport = z.output<typeof positionImport>;

export const importList = listOf(positionImport);
export const importsInput = z.strictObject({ ...pageQuery, slug });
export const importKey = z.strictObject({ id: z.uuid() });
export const progress = z.object({ done: count, total: count });
