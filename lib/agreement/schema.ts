import { z } from "zod";
import { organizationName } from "@/lib/organizations/schema";
import { csvDownload } from "@/lib/platform/files/csv";
import { slug } from "@/lib/platform/text/schema";
import { asOfDay, stance } from "@/lib/positions/schema";
import { bilingual } from "@/lib/propositions/schema";
import { categories } from "./constants";

export type Category = (typeof categories)[number];

/** What a coalition can do with a proposition, in the order in which they stand; each one stands in one list. */
export const lists = ["common_ground", "will_not_contradict", "split", "open"] as const;
export type List = (typeof lists)[number];

const count = z.number().int().min(0);

/** How many of the listed members stated what; as far as the reader may read it. */
export const stated = z.object({
  support: count,
  support_with_reservation: count,
  undecided: count,
  stand_aside: count,
  oppose: count,
  no_mandate: count,
});
export type Stated = z.output<typeof stated>;

/** Null where some are not shown: whoever is missing may be hidden or silent, and nobody is told which. */
export const counts = stated.extend({ not_recorded: count.nullable() });
export type Counts = z.output<typeof counts>;

export const assessed = z.object({
  slug: z.string(),
  number: z.number().int(),
  title: bilingual,
  theme: z.string(),
  counts,
  /** Never how many. */
  notShown: z.enum(["none", "some"]),
  category: z.enum(categories).nullable(),
  list: z.enum(lists).nullable(),
});
export type Assessed = z.output<typeof assessed>;

const cell = z.object({ organization: z.string(), proposition: z.string(), stance });

export const agreement = z.object({
  propositions: z.array(assessed),
  organizations: z.array(organizationName),
  cells: z.array(cell),
  /** All that are listed to the reader, whichever of them are here. */
  members: count,
  nextCursor: z.string().nullable(),
  /** The day at whose end it stood so; null for the present. */
  asOf: z.iso.date().nullable(),
});
export type Agreement = z.output<typeof agreement>;

export const agreementInput = z.strictObject({
  theme: slug.optional(),
  asOf: asOfDay.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(200),
  cursor: z.string().max(200).optional(),
});
export type AgreementInput = z.output<typeof agreementInput>;

export const exportInput = z.strictObject({
  format: z.enum(["csv"]).default("csv"),
  theme: slug.optional(),
  asOf: asOfDay.optional(),
  language: z.enum(["en", "fr"]).optional(),
});
export type ExportInput = z.output<typeof exportInput>;

export const polisInput = z.strictObject({ theme: slug.optional(), asOf: asOfDay.optional() });
export type PolisInput = z.output<typeof polisInput>;

export const exported = csvDownload;
