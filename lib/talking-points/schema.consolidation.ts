import { z } from "zod";
import { organizationName } from "@/lib/organizations/schema";
import { bilingualText, slug } from "@/lib/platform/text/schema";
import { consolidationLimit, responses, summaryCharacters } from "./constants";
import { comparison, digest } from "./schema.text";

const differ = (names: readonly string[]) => new Set(names).size === names.length;

export const consolidationInput = z.strictObject({
  id: slug,
  onBehalfOf: slug,
  amendments: z.array(z.uuid()).min(1).max(consolidationLimit).refine(differ, "invalid"),
  /** What changed, for those who are asked again. */
  note: bilingualText(summaryCharacters).refine(({ en, fr }) => Boolean(en || fr), "required"),
  /** The words that were shown; others are handed back to be read. */
  digest: digest.optional(),
});
export type ConsolidationInput = z.output<typeof consolidationInput>;

/** `amendments`: their ids, with commas; all that are to be accepted when silent. */
export const consolidationQuery = z.strictObject({
  id: slug,
  amendments: z
    .string()
    .max(40 * consolidationLimit)
    .optional(),
});

/** What a version would be made of, and whom it would ask again. */
export const consolidation = z.object({
  /** The number of the version that would be made. */
  number: z.number().int(),
  /** The value for If-Match. */
  version: z.number().int(),
  amendments: z.array(z.string()),
  /** The words that would be in force; null where they cannot be made. */
  digest: z.string().nullable(),
  obstacle: z
    .enum([
      "nothingAccepted",
      "amendmentsConflict",
      "amendmentNotApplicable",
      "nothingLeft",
      "tooManyClauses",
      "sameText",
    ])
    .nullable(),
  /** Sets of amendments of which one alone can be taken over. */
  conflicts: z.array(z.array(z.string())),
  /** Those whose place in the text is gone. */
  placeless: z.array(z.string()),
  changes: comparison.pick({ title: true, clauses: true }).nullable(),
  /** Whom it asks again: everybody who answered. */
  asks: z.array(z.object({ organization: organizationName, response: z.enum(responses), version: z.number().int() })),
  lastAsked: z.iso.datetime(),
  viewer: z.object({ pens: z.array(z.string()) }),
});
export type Consolidation = z.output<typeof consolidation>;
