import { z } from "zod";
import { listOf, pageQuery } from "@/lib/platform/http/pagination";
import { codesOf } from "@/lib/platform/i18n/codes";

export const regimeAreas = codesOf("regimeArea");
export const recommendationKinds = codesOf("recommendationKind");
export const addressees = codesOf("addressee");
export const confidences = codesOf("confidence");
export const actorKinds = codesOf("actorKind");

/** A text in both official languages. */
export const bilingual = z.object({ en: z.string(), fr: z.string() });
export type Bilingual = z.output<typeof bilingual>;

/** A recommendation of the report: a source, not a mandate. */
export const recommendation = z.object({
  ref: z.string(),
  slug: z.string(),
  kind: z.enum(recommendationKinds),
  addressees: z.array(z.enum(addressees)),
  regimeArea: z.enum(regimeAreas),
  title: bilingual,
  text: bilingual,
  /** Where it is in the report: the heading, and at most ten words to find the place by. */
  section: bilingual,
  locator: z.string(),
  /** A standing agenda item; the others are watched, not carried. */
  standing: z.boolean(),
  cadence: z.enum(codesOf("cadence")),
});
export type Recommendation = z.output<typeof recommendation>;

/** What is printed, what is right, how sure that is and where it is known from. */
export const erratum = z.object({
  id: z.string(),
  section: bilingual,
  asPrinted: z.string(),
  problem: bilingual,
  correction: bilingual,
  confidence: z.enum(confidences),
  confidenceNote: bilingual.nullable(),
  knownFrom: bilingual,
  displayRule: z.enum(codesOf("displayRule")),
});
export type Erratum = z.output<typeof erratum>;

export const timelineEvent = z.object({
  slug: z.string(),
  /** To the precision known: 1956-11, 1994, 2005-09-16. */
  date: z.string(),
  dateEnd: z.string().nullable(),
  precision: z.enum(codesOf("precision")),
  dateSource: z.enum(codesOf("dateSource")),
  title: bilingual,
  description: bilingual,
  symbol: z.string().nullable(),
  /** The date as the report prints it, and whether that is another date than the right one. */
  asPrinted: z.string().nullable(),
  corrected: z.boolean(),
  inSource: z.boolean(),
  section: bilingual.nullable(),
  erratum: erratum.pick({ id: true, asPrinted: true, problem: true, correction: true }).nullable(),
});
export type TimelineEvent = z.output<typeof timelineEvent>;

/** A person or body that the report names: a fact and a role, never a stance. */
export const reportActor = z.object({
  kind: z.enum(actorKinds),
  name: bilingual,
  affiliation: bilingual,
  role: bilingual,
  locator: z.string(),
});
export type ReportActor = z.output<typeof reportActor>;

const q = z.string().max(100).optional();
/** Text, as every choice in an address is. */
const inSource = z.enum(["true", "false"]).optional();

export const recommendationFilters = {
  regimeArea: z.enum(regimeAreas).optional(),
  kind: z.enum(recommendationKinds).optional(),
  addressee: z.enum(addressees).optional(),
  q,
};
export const timelineFilters = { q, inSource };
export const errataFilters = { q, confidence: z.enum(confidences).optional() };
export const actorFilters = { q, kind: z.enum(actorKinds).optional() };

/** The language a file is written in; the caller's own unless they say. */
const inLanguage = { language: z.enum(["en", "fr"]).optional() };

export const recommendationList = listOf(recommendation);
export const timelineList = listOf(timelineEvent);
export const errataList = listOf(erratum);
export const actorList = listOf(reportActor);

export const recommendationsInput = z.strictObject({ ...pageQuery, ...recommendationFilters });
export const timelineInput = z.strictObject({ ...pageQuery, ...timelineFilters });
export const errataInput = z.strictObject({ ...pageQuery, ...errataFilters });
export const actorsInput = z.strictObject({ ...pageQuery, ...actorFilters });

const filtersOf = <T extends z.ZodRawShape>(shape: T) => z.strictObject(shape);
export type RecommendationFilters = z.output<z.ZodObject<typeof recommendationFilters>>;
export type TimelineFilters = z.output<z.ZodObject<typeof timelineFilters>>;
export type ErrataFilters = z.output<z.ZodObject<typeof errataFilters>>;
export type ActorFilters = z.output<z.ZodObject<typeof actorFilters>>;

export const recommendationsExport = filtersOf({ ...recommendationFilters, ...inLanguage });
export const timelineExport = filtersOf({ ...timelineFilters, ...inLanguage });
export const errataExport = filtersOf({ ...errataFilters, ...inLanguage });
export const actorsExport = filtersOf({ ...actorFilters, ...inLanguage });
