import { z } from "zod";
import { walkAwayStandings } from "@/lib/math/walk-away";
import { organizationName } from "@/lib/organizations/schema";
import { bilingualText, slug } from "@/lib/platform/text/schema";
import { clauseMarks, reasonCharacters } from "./constants";
import { clauseKey, digest, pair, versionNumber } from "./schema.text";

const amendmentNumber = z.coerce.number().int().min(1).max(1_000_000);
const isWritten = (text: { en?: string | undefined; fr?: string | undefined } | undefined) =>
  Boolean(text?.en || text?.fr);

export const markInput = z
  .strictObject({
    id: slug,
    clause: clauseKey,
    organization: slug,
    /** The words that were shown. */
    version: versionNumber,
    digest,
    /** None takes the mark back. */
    mark: z.enum(clauseMarks).nullable(),
    /** The change that it needs. */
    text: bilingualText(reasonCharacters).optional(),
    /** The number of an open amendment with which the clause would be acceptable. */
    amendment: amendmentNumber.optional(),
  })
  .superRefine(({ mark, text, amendment }, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (mark === "needs_change" && !isWritten(text)) refuse("text", "required");
    if (mark !== "needs_change" && isWritten(text)) refuse("text", "invalid");
    if (amendment !== undefined && (mark === null || mark === "acceptable")) refuse("amendment", "invalid");
  });
export type MarkInput = z.output<typeof markInput>;

/** Numbers with commas between: of clauses, or of amendments. */
const numbers = z
  .string()
  .max(200)
  .regex(/^\d{1,6}(,\d{1,6})*$/)
  .transform((text) => [...new Set(text.split(",").map(Number))]);

export const walkAwayInput = z.strictObject({
  id: slug,
  /** For the convener: what if these clauses went, stood in brackets, or had the words of these amendments. */
  dropped: numbers.optional(),
  bracketed: numbers.optional(),
  swapped: numbers.optional(),
});
export type WalkAwayInput = z.output<typeof walkAwayInput>;

const mark = z.object({ mark: z.enum(clauseMarks), text: pair.nullable(), amendment: z.number().int().nullable() });
const markBy = mark.extend({ organization: organizationName });

const convenerClause = z.object({
  key: z.string(),
  number: z.number().int(),
  /** Those that marked it, by what they said, worst first. */
  marks: z.array(markBy),
  unmarked: z.array(organizationName),
  /** Who returns by one change to this clause alone. */
  returns: z.array(
    z.object({
      treatment: z.enum(["dropped", "bracketed", "swapped"]),
      amendment: z.number().int().nullable(),
      organizations: z.array(organizationName),
    }),
  ),
});

const standings = z.array(z.object({ organization: organizationName, standing: z.enum(walkAwayStandings) }));

export const walkAway = z.object({
  /** The words in force, which the marks are about. */
  number: z.number().int(),
  digest: z.string(),
  /** Members that are asked, and how many of them marked at least one clause. */
  consulted: z.number().int(),
  marked: z.number().int(),
  clauses: z.array(
    z.object({
      key: z.string(),
      number: z.number().int(),
      /** Said once, in a night after the sixth mark. Without one: fewer marks, or no red line among the first. */
      redLine: z.boolean(),
    }),
  ),
  /** Amendments that are open on a clause, once for each that they change: a mark can name one. */
  amendments: z.array(z.object({ number: z.number().int(), clause: z.string(), summary: pair })),
  /** Open ones that no mark can name: they bring a clause, or another text. */
  unnamed: z.array(z.object({ number: z.number().int(), kind: z.enum(["new_clause", "whole"]) })),
  /** For the people of an organization alone. */
  own: z.array(
    z.object({
      organization: organizationName,
      /** It endorses these words without a reservation where not. */
      consulted: z.boolean(),
      mayMark: z.boolean(),
      needsFreshSignIn: z.boolean(),
      marks: z.array(mark.extend({ clause: z.string() })),
    }),
  ),
  /** For the convener alone, with names. */
  convener: z
    .object({
      clauses: z.array(convenerClause),
      /** As the text stands, and as the changes that were asked for would make it. */
      now: standings,
      after: standings,
      returns: z.array(organizationName),
    })
    .nullable(),
});
export type WalkAway = z.output<typeof walkAway>;
