import { z } from "zod";
import { listOf, pageQuery } from "@/lib/platform/http/pagination";
import { slug } from "@/lib/platform/text/schema";
import { signOffKinds } from "./schema";

const bilingual = z.object({ en: z.string(), fr: z.string() });

/** An earlier version of an organization's profile and sign-off rule. */
export const profileVersion = z.object({
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
export type ProfileVersion = z.output<typeof profileVersion>;
export const profileHistory = listOf(profileVersion);
export const profileHistoryInput = z.strictObject({ slug, ...pageQuery });
export type ProfileHistoryInput = z.output<typeof profileHistoryInput>;
