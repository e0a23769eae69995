import { z } from "zod";
import { slug } from "@/lib/platform/text/schema";
import { digest, versionNumber } from "./schema.text";

export const wordInput = z.strictObject({
  id: slug,
  /** The version since which changes are tracked; silent, none are. */
  since: versionNumber.optional(),
  /** That of the reader when silent. */
  language: z.enum(["en", "fr"]).optional(),
  /** Every open amendment as a comment on its words. */
  comments: z.enum(["amendments"]).optional(),
});
export type WordInput = z.output<typeof wordInput>;

/** Why words of a marked text found no place. */
export const unplacedReasons = [
  "joined",
  "split",
  "insideClause",
  "outsideClauses",
  "titleChanged",
  "kindChanged",
  "addresseeChanged",
  "sourceChanged",
  "partGone",
  "frameChanged",
  "kindNeedsMore",
  "kindAlone",
  "questionMissing",
  "inTable",
  "inBox",
  "inNote",
  "inMargin",
  "nonText",
  "changedMeanwhile",
  "goneMeanwhile",
  "tooLong",
  "notText",
] as const;
export type UnplacedReason = (typeof unplacedReasons)[number];

/** What the draft of a new clause still lacks: it is chosen from a list, in the draft. */
export const draftNotes = ["sourceToChoose", "officeToChoose"] as const;
export type DraftNote = (typeof draftNotes)[number];

const count = z.number().int();

export const maxMarkedBytes = 5_000_000;
const rowsLeftOut = z
  .string()
  .max(10_000)
  .regex(/^(?:\d{1,5}(?:,\d{1,5})*)?$/);

/** The request as REST passes it: address, query and form apart. Headers are passed too, and ignored. */
export const markedTextInput = z.object({
  params: z.strictObject({ id: slug }),
  query: z.strictObject({ preview: z.enum(["true", "false"]).default("true") }).default({ preview: "true" }),
  body: z.strictObject({
    onBehalfOf: slug,
    file: z.file().max(maxMarkedBytes),
    /** The preview's digest; applying needs it. */
    digest: digest.optional(),
    /** Rows of the preview that are not to be taken over, by their numbers. */
    leaveOut: rowsLeftOut.optional(),
  }),
});
export type MarkedTextInput = z.output<typeof markedTextInput>;

/** One change or remark of a marked text, and what would become of it. */
export const markedRow = z.object({
  row: count,
  what: z.enum(["wording", "new_clause", "drop", "move", "comment", "unplaced", "already"]),
  /** Of the file, counted from 1; null for what stands in no paragraph. */
  paragraph: count.nullable(),
  /** Of the clause in the version that was marked. */
  clause: count.nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** The clause after which it would stand, by its number; 0 for the beginning. */
  place: count.nullable(),
  /** The words that a remark is about. */
  quote: z.string().nullable(),
  /** Why it has no place. */
  reason: z.enum(unplacedReasons).nullable(),
  note: z.enum(draftNotes).nullable(),
  /** With `already`: what the organization has here that says the same. An amendment without a number is a draft of it. */
  kept: z.object({ kind: z.enum(["amendment", "comment"]), id: z.string(), number: count.nullable() }).nullable(),
});
export type MarkedRow = z.output<typeof markedRow>;

export const markedText = z.object({
  /** The version that the file was made of, and the one in force. */
  version: count,
  current: count,
  language: z.enum(["en", "fr"]),
  digest,
  rows: z.array(markedRow),
  /** Comments of ours that came back as they went out. */
  returned: count,
  /** Null in a preview. */
  applied: z.object({ amendments: count, comments: count }).nullable(),
});
export type MarkedText = z.output<typeof markedText>;
