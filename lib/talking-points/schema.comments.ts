import { z } from "zod";
import { organizationName } from "@/lib/organizations/schema";
import { listOf, pageQuery } from "@/lib/platform/http/pagination";
import { prose, slug } from "@/lib/platform/text/schema";
import { clauseCharacters, commentCharacters, commentKinds } from "./constants";
import { clauseKey, versionNumber } from "./schema.text";

const language = z.enum(["en", "fr"]);
export const commentText = prose(commentCharacters).refine((text) => text.trim() !== "", "required");

/** A remark on a clause, on the whole text or on an amendment; or, with `replyTo`, a reply to one, which stands where it stands. */
export const commentInput = z
  .strictObject({
    id: slug,
    onBehalfOf: slug,
    version: versionNumber.optional(),
    clause: clauseKey.optional(),
    amendment: z.uuid().optional(),
    replyTo: z.uuid().optional(),
    language,
    /** The exact words it is about, in its own language. */
    quote: prose(clauseCharacters).optional(),
    kind: z.enum(commentKinds).default("general"),
    text: commentText,
  })
  .superRefine(({ version, clause, amendment, replyTo, quote }, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (replyTo === undefined && version === undefined) refuse("version", "required");
    if (replyTo !== undefined && version !== undefined) refuse("version", "invalid");
    if (replyTo !== undefined && clause !== undefined) refuse("clause", "invalid");
    if (replyTo !== undefined && amendment !== undefined) refuse("amendment", "invalid");
    if (quote && !clause && !amendment && !replyTo) refuse("clause", "required");
  });
export type CommentInput = z.output<typeof commentInput>;

export const commentKey = z.strictObject({ id: slug, comment: z.uuid() });
export const rewordingInput = commentKey.extend({ text: commentText });
export type RewordingInput = z.output<typeof rewordingInput>;
export const settlingInput = commentKey.extend({ onBehalfOf: slug });
export type SettlingInput = z.output<typeof settlingInput>;

export const commentStates = ["open", "resolved"] as const;
export const commentsInput = z.strictObject({
  ...pageQuery,
  id: slug,
  state: z.enum(commentStates).optional(),
  /** Remarks on the words alone, or those on amendments alone. */
  about: z.enum(["text", "amendments"]).optional(),
  clause: clauseKey.optional(),
  amendment: z.uuid().optional(),
  asOf: z.iso.date().optional(),
});
export type CommentsInput = z.output<typeof commentsInput>;

const message = {
  id: z.string(),
  organization: organizationName,
  at: z.iso.datetime(),
  language,
  quote: z.string().nullable(),
  text: z.string(),
  /** What it says instead, the last one counting; both are shown. */
  corrections: z.array(z.object({ text: z.string(), at: z.iso.datetime() })),
};
/** Until when the viewer changes their own words; from then on they correct them. Null for what somebody else wrote. */
const ownRights = { editUntil: z.iso.datetime().nullable(), mayCorrect: z.boolean() };

export const reply = z.object({ ...message, viewer: z.object(ownRights) });
export type Reply = z.output<typeof reply>;

export const comment = z.object({
  ...message,
  kind: z.enum(commentKinds),
  /** The words it is about. */
  version: z.number().int(),
  clause: z.object({ key: z.string(), number: z.number().int() }).nullable(),
  amendment: z.object({ id: z.string(), number: z.number().int() }).nullable(),
  /** The clause reads as it did then, wherever it stands now. */
  inPlace: z.boolean(),
  state: z.enum(commentStates),
  /** Who resolved it or opened it again. */
  settled: z.object({ by: organizationName, at: z.iso.datetime() }).nullable(),
  replies: z.array(reply),
  viewer: z.object({
    ...ownRights,
    /** For which of the viewer's organizations they resolve it, or open it again. */
    maySettle: z.array(z.string()),
  }),
});
export type Comment = z.output<typeof comment>;

export const commentList = listOf(comment).extend({
  viewer: z.object({
    /** For which of the viewer's organizations they comment and reply. */
    speaksFor: z.array(z.string()),
  }),
});
export type CommentList = z.output<typeof commentList>;
