import { z } from "zod";
import { listOf, pageQuery } from "@/lib/platform/http/pagination";
import { prose, slug } from "@/lib/platform/text/schema";
import { propositionName, stances } from "./schema";

/** What one person thinks for themselves. It is no position: nobody else reads it and nothing counts it. */
export const personalView = z.object({
  proposition: propositionName,
  stance: z.enum(stances),
  note: z.string().nullable(),
  savedAt: z.iso.datetime(),
});
export type PersonalView = z.output<typeof personalView>;
export const personalViewList = listOf(personalView);

export const viewsInput = z.strictObject(pageQuery);
export type ViewsInput = z.output<typeof viewsInput>;
export const viewKey = z.strictObject({ proposition: slug });
export type ViewKey = z.output<typeof viewKey>;
export const viewInput = z.strictObject({
  proposition: slug,
  stance: z.enum(stances),
  note: prose(2_000).optional(),
});
export type ViewInput = z.output<typeof viewInput>;
export const discardedView = z.object({ discarded: z.literal(true) });
