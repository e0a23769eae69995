import { z } from "zod";
import { type FoundType, foundTypes } from "./constants";

export const foundType = z.enum(Object.keys(foundTypes) as [FoundType, ...FoundType[]]);

export const foundItem = z.object({
  title: z.object({ en: z.string(), fr: z.string() }),
  /** The page, without the language that stands before it: /propositions/narrow-definition. */
  href: z.string(),
  /** What tells it from its like in either language: a number, a reference, a code, a year. */
  note: z.string().nullable(),
});
export type FoundItem = z.output<typeof foundItem>;

export const foundGroup = z.object({ type: foundType, items: z.array(foundItem), total: z.number().int() });
export type FoundGroup = z.output<typeof foundGroup>;

/** Groups that found something; `limit` rows among them all, and how many there are. */
export const found = z.object({ groups: z.array(foundGroup), total: z.number().int() });
export type Found = z.output<typeof found>;

export const searchFilters = { q: z.string().max(100).optional() };
export const searchInput = z.strictObject({
  ...searchFilters,
  limit: z.coerce.number().int().min(1).max(100).default(8),
});
export type SearchInput = z.output<typeof searchInput>;
