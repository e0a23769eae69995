import { z } from "zod";
import { listOf, pageQuery } from "@/lib/platform/http/pagination";
import { codesOf } from "@/lib/platform/i18n/codes";

const bilingual = z.object({ en: z.string(), fr: z.string() });

export const libraryKinds = codesOf("libraryKind");

/** A document the report cites, or one that came later and says so. */
export const libraryItem = z.object({
  slug: z.string(),
  title: bilingual,
  author: bilingual,
  /** ISO, to the precision known; empty where none is known. */
  date: z.string(),
  symbol: z.string().nullable(),
  kind: z.enum(libraryKinds),
  inSource: z.boolean(),
  /** Where the report cites it; empty outside the report. */
  reference: bilingual,
  summary: bilingual,
  url: z.string().nullable(),
  erratum: z.object({ id: z.string(), problem: bilingual, correction: bilingual }).nullable(),
});
export type LibraryItem = z.output<typeof libraryItem>;

export const glossaryTerm = z.object({
  en: z.string(),
  fr: z.string(),
  abbreviation: z.object({ en: z.string().nullable(), fr: z.string().nullable() }),
  note: bilingual.nullable(),
});
export type GlossaryTerm = z.output<typeof glossaryTerm>;

const q = z.string().max(100).optional();

export const libraryFilters = {
  kind: z.enum(libraryKinds).optional(),
  /** Text, as every choice in an address is. */
  inSource: z.enum(["true", "false"]).optional(),
  q,
};
export const glossaryFilters = { q };
export type LibraryFilters = z.output<z.ZodObject<typeof libraryFilters>>;
export type GlossaryFilters = z.output<z.ZodObject<typeof glossaryFilters>>;

/** The language a list is ordered by, or a file written in; the caller's own unless they say. */
const inLanguage = { language: z.enum(["en", "fr"]).optional() };

export const libraryInput = z.strictObject({ ...pageQuery, ...libraryFilters });
export const libraryExport = z.strictObject({ ...libraryFilters, ...inLanguage });
export const libraryList = listOf(libraryItem);
export const glossaryInput = z.strictObject({ ...pageQuery, ...glossaryFilters });
export const glossaryExport = z.strictObject({ ...glossaryFilters, ...inLanguage });
export const glossaryList = listOf(glossaryTerm);
