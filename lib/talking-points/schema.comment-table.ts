import { z } from "zod";
import { slug } from "@/lib/platform/text/schema";
import { commentKinds } from "./constants";

/** The columns of a comment table, by key; their headings are words of the file's language. */
export const commentColumns = [
  "organization",
  "version",
  "clause",
  "currentEn",
  "currentFr",
  "language",
  "kind",
  "quote",
  "comment",
  "proposed",
  "observation",
] as const;
export type CommentColumn = (typeof commentColumns)[number];

export const tableLimits = { rows: 1_000, bytes: 5_000_000 } as const;

export const tableInput = z.strictObject({
  id: slug,
  /** A table for this organization to fill in; none for the one of all organizations, with what the leads say. */
  organization: slug.optional(),
  language: z.enum(["en", "fr"]).optional(),
});
export type TableInput = z.output<typeof tableInput>;

/** The request as REST passes it: address, query and form apart. Headers are passed too, and ignored. */
export const tableUpload = z.object({
  params: z.strictObject({ id: slug }),
  query: z.strictObject({ preview: z.enum(["true", "false"]).default("true") }).default({ preview: "true" }),
  body: z.strictObject({
    /** Whose comments these are: said by who uploads, never by the file. */
    organization: slug,
    file: z.file().max(tableLimits.bytes),
    /** The preview's digest; applying needs it. */
    digest: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
  }),
});
export type TableUpload = z.output<typeof tableUpload>;

export const rowOutcomes = ["comment", "amendment", "unchanged", "refused"] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** What would become of one row of the file. */
export const tableRow = z.object({
  /** As the spreadsheet counts rows. */
  line: z.number().int(),
  outcome: z.enum(rowOutcomes),
  version: z.number().int().nullable(),
  /** The number of the clause; null for the whole text, or where it cannot be read. */
  clause: z.number().int().nullable(),
  language: z.enum(["en", "fr"]).nullable(),
  kind: z.enum(commentKinds).nullable(),
  quote: z.string().nullable(),
  comment: z.string().nullable(),
  /** The words of the clause in that language, and those that are proposed. */
  words: z.string().nullable(),
  proposed: z.string().nullable(),
  /** Why it is refused, or left as it is: in the caller's language. */
  reason: z.string().nullable(),
  /** The heading of the column that is at fault. */
  column: z.string().nullable(),
});
export type TableRow = z.output<typeof tableRow>;

const count = z.number().int();
export const tableAnswer = z.object({
  organization: z.string(),
  sheet: z.string().nullable(),
  digest: z.string(),
  counts: z.object({ comment: count, amendment: count, unchanged: count, refused: count }),
  rows: z.array(tableRow),
  /** Null in a preview. */
  applied: z.object({ comments: count, amendments: count }).nullable(),
});
export type TableAnswer = z.output<typeof tableAnswer>;
