import { z } from "zod";
import { slug } from "@/lib/platform/text/schema";
import { asOfDay } from "./schema";

const count = z.number().int().min(0);

/** What one organization holds, in numbers, as far as the reader may read it. */
export const summary = z.object({
  standing: count,
  /** Of what stands, by theme; themes without any are left out. */
  themes: z.array(z.object({ theme: z.string(), standing: count })),
  /** What waits: drafts for its own people alone; of others what is past review or was given for earlier words. */
  owed: z.object({ submitted: count, returned: count, stale: count, earlier: count, undecided: count }),
});
export type Summary = z.output<typeof summary>;

export const summaryInput = z.strictObject({ organization: slug, asOf: asOfDay.optional() });
export type SummaryInput = z.output<typeof summaryInput>;
