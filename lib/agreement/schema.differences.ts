import { z } from "zod";
import { organizationName } from "@/lib/organizations/schema";
import { slug } from "@/lib/platform/text/schema";
import { asOfDay, stance } from "@/lib/positions/schema";
import { bilingual } from "@/lib/propositions/schema";

/** How two stances stand to each other, in the order in which they are shown. */
export const aparts = ["opposed", "aside", "qualified", "undecided", "same", "not_both"] as const;
export type Apart = (typeof aparts)[number];

const reservation = z.object({
  en: z.string().nullable(),
  fr: z.string().nullable(),
  /** Who joined it in these words, as far as you may read that. */
  joinedBy: z.array(organizationName),
});

/** One side of a comparison. Without a stance it is either not recorded or not shown; the row's mark says which can be. */
export const comparedStance = z.object({ stance: stance.nullable(), reservation: reservation.nullable() });
export type ComparedStance = z.output<typeof comparedStance>;

const about = { slug: z.string(), number: z.number().int(), title: bilingual, theme: z.string() };

export const difference = z.object({
  ...about,
  /** Whether a blank on this row may be hidden rather than silent. */
  notShown: z.enum(["none", "some"]),
  apart: z.enum(aparts),
  one: comparedStance,
  other: comparedStance,
});
export type Difference = z.output<typeof difference>;

export const differences = z.object({
  one: organizationName,
  other: organizationName,
  /** Propositions that both answered. */
  common: z.number().int(),
  /** False below three in common: then nothing is listed. */
  comparable: z.boolean(),
  items: z.array(difference),
  asOf: z.iso.date().nullable(),
});
export type Differences = z.output<typeof differences>;

export const differencesInput = z.strictObject({
  organization: slug,
  other: slug,
  theme: slug.optional(),
  asOf: asOfDay.optional(),
});
export type DifferencesInput = z.output<typeof differencesInput>;

export const differencesExportInput = differencesInput.extend({
  format: z.enum(["csv"]).default("csv"),
  language: z.enum(["en", "fr"]).optional(),
});
export type DifferencesExportInput = z.output<typeof differencesExportInput>;
