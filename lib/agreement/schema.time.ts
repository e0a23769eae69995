import { z } from "zod";
import { organizationName } from "@/lib/organizations/schema";
import { listOf, pageQuery } from "@/lib/platform/http/pagination";
import { slug } from "@/lib/platform/text/schema";
import { asOfDay } from "@/lib/positions/schema";
import { bilingual } from "@/lib/propositions/schema";
import { categories } from "./constants";
import { comparedStance } from "./schema.differences";

/** Days, in the coalition's time, at whose end something that the reader may read stood differently. */
export const changeDays = z.object({
  days: z.array(z.iso.date()),
  /** The day asked for where it is over; null for the present. */
  asOf: z.iso.date().nullable(),
});
export type ChangeDays = z.output<typeof changeDays>;

export const changeDaysInput = z.strictObject({ theme: slug.optional(), asOf: asOfDay.optional() });
export type ChangeDaysInput = z.output<typeof changeDaysInput>;

/** One stance that stood differently at the end of two days, with what its proposition amounted to on both. */
export const stanceChange = z.object({
  proposition: z.object({ slug: z.string(), number: z.number().int(), title: bilingual }),
  organization: organizationName,
  before: comparedStance,
  after: comparedStance,
  /** Null where some were not shown that day. */
  categoryBefore: z.enum(categories).nullable(),
  categoryAfter: z.enum(categories).nullable(),
});
export type StanceChange = z.output<typeof stanceChange>;

export const changes = listOf(stanceChange).extend({ since: z.iso.date().nullable(), asOf: z.iso.date().nullable() });
export type Changes = z.output<typeof changes>;

export const changesInput = z.strictObject({
  ...pageQuery,
  since: asOfDay,
  asOf: asOfDay.optional(),
  theme: slug.optional(),
});
export type ChangesInput = z.output<typeof changesInput>;
