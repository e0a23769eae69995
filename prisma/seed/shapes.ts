import { z } from "zod";
import { codesOf } from "@/lib/platform/i18n/codes";
import { flag, names, oneOf, optional, optionalDate, partialDate, someOf, text, whole } from "./columns";

const areas = ["norm_setting", "institutionalization", "codification", "practice"] as const;

/** Where the report names no area, what it says cuts across them. */
const regimeArea = oneOf([...areas, "none"]).transform((area) => (area === "none" ? "cross_cutting" : area));

const title = { title_en: text, title_fr: text };
const section = { section_en: text, section_fr: text };

export const theme = z.strictObject({ slug: text, regime_area: regimeArea, ...title });

export const proposition = z.strictObject({
  slug: text,
  theme_slug: text,
  regime_area: regimeArea,
  ...title,
  statement_en: text,
  statement_fr: text,
  source_stance: oneOf(codesOf("sourceStance")),
  source_voice: oneOf(codesOf("sourceVoice")),
  source_note_en: text,
  source_note_fr: text,
  ...section,
  locator: text,
  exclusive_set: optional,
  sort: whole,
});

export const dilemma = z.strictObject({
  slug: text,
  ...title,
  state_en: text,
  state_fr: text,
  proposition_slugs: names,
  locator: text,
});

export const recommendation = z.strictObject({
  ref: text,
  slug: text,
  kind: oneOf(codesOf("recommendationKind")),
  addressees: someOf(codesOf("addressee")),
  regime_area: regimeArea,
  ...title,
  text_en: text,
  text_fr: text,
  ...section,
  locator: text,
  agenda_item: oneOf(["standing", "watch"]),
  cadence: oneOf(codesOf("cadence")),
  sort: whole,
});

export const timelineEvent = z.strictObject({
  slug: text,
  date: partialDate,
  date_end: optionalDate,
  precision: oneOf(codesOf("precision")),
  date_source: oneOf(codesOf("dateSource")),
  ...title,
  description_en: text,
  description_fr: text,
  symbol: optional,
  printed_date: optional,
  in_source: flag,
  section_en: optional,
  section_fr: optional,
  erratum_id: optional,
});

export const libraryItem = z.strictObject({
  slug: text,
  ...title,
  author_en: text,
  author_fr: text,
  date: optionalDate,
  symbol: optional,
  kind: oneOf(codesOf("libraryKind")),
  in_source: flag,
  reference_en: optional,
  reference_fr: optional,
  summary_en: text,
  summary_fr: text,
  url: optional.refine((value) => !value || /^https?:\/\//.test(value), "is not a web address"),
  erratum_id: optional,
});

export const erratum = z.strictObject({
  id: text,
  ...section,
  as_printed: text,
  problem_en: text,
  problem_fr: text,
  correction_en: text,
  correction_fr: text,
  confidence: oneOf(codesOf("confidence")),
  confidence_note_en: optional,
  confidence_note_fr: optional,
  source_en: text,
  source_fr: text,
  display_rule: oneOf(codesOf("displayRule")),
});

export const glossaryTerm = z.strictObject({
  en: text,
  fr: text,
  abbr_en: optional,
  abbr_fr: optional,
  note_en: optional,
  note_fr: optional,
});

export const actor = z.strictObject({
  kind: oneOf(codesOf("actorKind")),
  name_en: text,
  name_fr: text,
  affiliation_en: optional,
  affiliation_fr: optional,
  role_en: text,
  role_fr: text,
  locator: text,
});
