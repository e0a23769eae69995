import { z } from "zod";
import { listOf, pageQuery } from "@/lib/platform/http/pagination";
import { slug } from "@/lib/platform/text/schema";

export const regimeAreas = [
  "norm_setting",
  "institutionalization",
  "codification",
  "practice",
  "cross_cutting",
] as const;
export const regimeArea = z.enum(regimeAreas);

/** A text in both official languages. */
export const bilingual = z.object({ en: z.string(), fr: z.string() });

const theme = z.object({
  slug: z.string(),
  title: bilingual,
  regimeArea,
  propositions: z.number().int(),
});

export const proposition = z.object({
  slug: z.string(),
  number: z.number().int(),
  theme: z.string(),
  regimeArea,
  version: z.number().int(),
  digest: z.string(),
  title: bilingual,
  statement: bilingual,
  /** What the report says happened: a source, never a vote. */
  source: z
    .object({
      stance: z.string(),
      voice: z.string(),
      note: bilingual,
      section: bilingual,
      locator: z.string(),
    })
    .nullable(),
  /** Propositions that exclude this one. */
  excludes: z.array(z.string()),
});
export type Proposition = z.output<typeof proposition>;

/** A proposition as others point at it. */
export const propositionName = z.object({ slug: z.string(), number: z.number().int(), title: bilingual });

/** One wording: a stance is about exactly these words. */
export const wording = z.object({
  number: z.number().int(),
  title: bilingual,
  statement: bilingual,
  digest: z.string(),
  since: z.iso.datetime(),
});
export type Wording = z.output<typeof wording>;

/** A proposition on its own page, with every wording that it had, newest first. */
export const propositionDetail = proposition.extend({ versions: z.array(wording) });

export const dilemma = z.object({
  slug: z.string(),
  title: bilingual,
  state: bilingual,
  locator: z.string(),
  propositions: z.array(propositionName),
});

export type Dilemma = z.output<typeof dilemma>;

/** Where a proposition stands: its theme, the ones before and after it, the ones it cannot be held with, its dilemmas. */
export const propositionContext = z.object({
  theme: z.object({ slug: z.string(), title: bilingual }),
  before: propositionName.nullable(),
  after: propositionName.nullable(),
  excludes: z.array(propositionName),
  dilemmas: z.array(dilemma),
});
export type PropositionContext = z.output<typeof propositionContext>;

export const themeList = listOf(theme);
export const propositionList = listOf(proposition);
export const dilemmaList = listOf(dilemma);

export const listInput = z.strictObject(pageQuery);
export const dilemmaFilters = { q: z.string().max(100).optional() };
export type DilemmaFilters = z.output<z.ZodObject<typeof dilemmaFilters>>;
export const dilemmasInput = z.strictObject({ ...pageQuery, ...dilemmaFilters });
export const dilemmasExport = z.strictObject({ ...dilemmaFilters, language: z.enum(["en", "fr"]).optional() });
export const propositionsInput = z.strictObject({
  ...pageQuery,
  theme: slug.optional(),
  q: z.string().max(100).optional(),
});
export type PropositionsInput = z.output<typeof propositionsInput>;
export const propositionInput = z.strictObject({ slug });
