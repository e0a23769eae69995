import { z } from "zod";
import { slug } from "@/lib/platform/text/schema";
import { asOfDay } from "@/lib/positions/schema";
import { bilingual } from "@/lib/propositions/schema";
import { assessed } from "./schema";

/** What a wording can pin down, in the order in which it is shown. */
export const checks = ["crimes", "threshold", "force", "actor", "timing"] as const;
export type Check = (typeof checks)[number];

/** Ideas that the network has more than one wording of. */
export const ideas = ["meaning", "force", "together", "institutions"] as const;
export type Idea = (typeof ideas)[number];

/** From those who say so to those who could, were all who are undecided or silent to join. */
const range = z.object({ stated: z.number().int(), possible: z.number().int() });

export const rung = assessed.omit({ list: true }).extend({
  statement: bilingual,
  checks: z.record(z.enum(checks), z.boolean()),
  /** How many of the checks hold: the more, the more specific. */
  specificity: z.number().int(),
  /** Why each was judged so. */
  note: bilingual,
  /** Null where some are not shown. */
  support: range.nullable(),
  notOppose: range.nullable(),
  of: z.number().int(),
});
export type Rung = z.output<typeof rung>;

export const ladder = z.object({
  ideas: z.array(z.object({ idea: z.enum(ideas), rungs: z.array(rung) })),
  asOf: z.iso.date().nullable(),
});
export type Ladder = z.output<typeof ladder>;

export const ladderInput = z.strictObject({ theme: slug.optional(), asOf: asOfDay.optional() });
export type LadderInput = z.output<typeof ladderInput>;

export const ladderExportInput = ladderInput.extend({
  format: z.enum(["csv"]).default("csv"),
  language: z.enum(["en", "fr"]).optional(),
});
export type LadderExportInput = z.output<typeof ladderExportInput>;
