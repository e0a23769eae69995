import { z } from "zod";
import { listOf, page } from "@/lib/platform/list";
import { slug } from "@/lib/platform/text";
import { signOffKinds } from "./schema";

const bilingual = z.object({ en: z.string(), fr: z.string() });

/** What an organization said of itself and of how it decides, in words that have since been changed. */
export const earlierText = z.object({
  /** The version of the profile that these words were. */
  version: z.number().int(),
  /** Null for the first ones, which stood from the start. */
  since: z.iso.datetime().nullable(),
  until: z.iso.datetime(),
  /** Who changed them, for its own people and the convener; null once the person's row is gone. */
  changedBy: z.string().nullable(),
  name: bilingual,
  short: bilingual,
  type: z.string(),
  province: z.string(),
  workingLanguage: z.string(),
  mandate: bilingual,
  website: z.string().nullable(),
  listing: z.enum(["network", "public"]),
  signOffRule: bilingual,
  signOffKind: z.enum(signOffKinds),
  signOffTypicalDays: z.number().int(),
  signOffAlternate: bilingual,
});
export type EarlierText = z.output<typeof earlierText>;
export const earlierTextList = listOf(earlierText);
export const earlierTextsInput = z.strictObject({ slug, ...page });
export type EarlierTextsInput = z.output<typeof earlierTextsInput>;
