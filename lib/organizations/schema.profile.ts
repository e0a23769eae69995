import { z } from "zod";
import { line, slug } from "@/lib/platform/text/schema";
import { signOffKinds } from "./schema";
import { mandatePair, namePair, organizationType, province, website, workingLanguage } from "./schema.application";
import { pair } from "./schema.membership";

/** What is left out stays as it is. */
export const changeProfileInput = z.strictObject({
  slug,
  name: namePair.optional(),
  short: z.strictObject({ en: line(40).min(1), fr: line(40).min(1) }).optional(),
  type: organizationType.optional(),
  province: province.optional(),
  workingLanguage: workingLanguage.optional(),
  mandate: mandatePair.optional(),
  website: website.nullable().optional(),
  listing: z.enum(["network", "public"]).optional(),
  signOffRule: pair(600).optional(),
  signOffKind: z.enum(signOffKinds).optional(),
  signOffTypicalDays: z.number().int().min(0).max(365).optional(),
  signOffAlternate: pair(300).optional(),
});

export type ChangeProfileInput = z.output<typeof changeProfileInput>;
