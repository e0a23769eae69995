import { z } from "zod";
import { organizationName } from "@/lib/organizations/schema";
import { slug } from "@/lib/platform/text/schema";
import { asOfDay } from "@/lib/positions/schema";
import { bilingual } from "@/lib/propositions/schema";
import { categories } from "./constants";

const point = { x: z.number(), y: z.number() };

/** An organization on the map. Near means similar answers, not a shared view. */
export const mapMark = organizationName.extend({
  ...point,
  /** Stances given that the map is drawn from. */
  answered: z.number().int(),
  /** Too few stances to say where it stands. */
  faint: z.boolean(),
  /** A letter, where groups are real and none is too small to be named. */
  group: z.string().nullable(),
});
export type MapMark = z.output<typeof mapMark>;

/** Where support for a proposition pulls. */
export const mapPull = z.object({
  slug: z.string(),
  number: z.number().int(),
  title: bilingual,
  category: z.enum(categories).nullable(),
  ...point,
});
export type MapPull = z.output<typeof mapPull>;

export const groupReasons = [
  "tooFew",
  "noDifferences",
  "asInChance",
  "notStable",
  /** Some stances are hidden from the reader: then no verdict is given. */
  "notShown",
  /** There are groups, and one is too small for anybody's membership to be told. */
  "tooSmall",
  /** Too many organizations to compare each with each. */
  "tooMany",
] as const;

/** The figures behind saying that there are groups, or none. */
const groupFigures = z.object({
  k: z.number().int(),
  silhouette: z.number(),
  shuffles: z.number().int(),
  /** Shuffled copies that split at least as cleanly. */
  asClean: z.number().int(),
  stability: z.number(),
});

const mapCautions = ["secondAxisUncertain", "oneAxis", "noDifferences"] as const;
const codings = ["half", "whole"] as const;

export const agreementMap = z.object({
  marks: z.array(mapMark),
  pulls: z.array(mapPull),
  explained: z.tuple([z.number(), z.number()]),
  separation: z.number().nullable(),
  cautions: z.array(z.enum(mapCautions)),
  groups: z.object({
    letters: z.array(z.string()),
    reason: z.enum(groupReasons).nullable(),
    figures: groupFigures.nullable(),
  }),
  /** Ordinal α of the whole set; null where some are not shown. */
  alpha: z.number().nullable(),
  notShown: z.enum(["none", "some"]),
  asOf: z.iso.date().nullable(),
});
export type AgreementMap = z.output<typeof agreementMap>;

export const mapInput = z.strictObject({
  theme: slug.optional(),
  asOf: asOfDay.optional(),
  /** What a reservation counts as. */
  reservation: z.enum(codings).default("half"),
});
export type MapInput = z.output<typeof mapInput>;

export const mapExportInput = mapInput.extend({
  format: z.enum(["csv"]).default("csv"),
  language: z.enum(["en", "fr"]).optional(),
});
export type MapExportInput = z.output<typeof mapExportInput>;
