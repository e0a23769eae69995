import { z } from "zod";
import {
  AmendmentHandling,
  AmendmentState,
  ClauseKind,
  EndorsementResponse,
  Parity,
  RegimeArea,
  TalkingPointAudience,
  TalkingPointKind,
  TalkingPointStatus,
  Usage,
  VersionChange,
} from "@/lib/platform/generated/prisma/enums";
import { flag, names, oneOf, optional, optionalWhole, someOf, text, whole } from "./columns";

const oneIn = <T extends string>(known: Record<string, T>) => oneOf(Object.values(known));
const manyIn = (known: Record<string, string>) => someOf(Object.values(known));
const optionalNames = optional.transform((value) => value?.split(";") ?? []);
const days = z
  .string()
  .regex(/^-?[1-9]\d{0,3}$/, "is not a number of days")
  .transform(Number);
const optionalDays = z.union([z.literal("").transform(() => null), days]);

export const office = z.strictObject({
  slug: text,
  institution: text,
  institution_en: text,
  institution_fr: text,
  office_en: text,
  office_fr: text,
  function_en: text,
  function_fr: text,
  checked_by: text,
  checked_days_ago: whole,
});

export const talkingPoint = z.strictObject({
  slug: text,
  kind: oneIn(TalkingPointKind),
  title_en: text,
  title_fr: text,
  themes: names,
  propositions: names,
  regime_areas: manyIn(RegimeArea),
  status: oneIn(TalkingPointStatus),
  usable_version: optionalWhole,
  proposed_by: text,
  leads: names,
  audience: manyIn(TalkingPointAudience),
  days_ago: whole,
  review_in_days: days,
  caution_en: optional,
  caution_fr: optional,
  status_reason_en: optional,
  status_reason_fr: optional,
  status_days_ago: optionalWhole,
  replaced_by: optional,
  sources: names,
});

export const version = z.strictObject({
  slug: text,
  version: whole,
  organization: text,
  days_ago: whole,
  change: oneIn(VersionChange),
  editorial_clauses: optionalNames,
  contested_by: optional,
  contested_clause: optionalWhole,
  contested_days_ago: optionalWhole,
  contested_reason_en: optional,
  contested_reason_fr: optional,
  summary_en: text,
  summary_fr: text,
  usable_days_ago: optionalWhole,
});

export const clause = z.strictObject({
  slug: text,
  version: whole,
  number: whole,
  key: text,
  kind: oneIn(ClauseKind),
  en: optional,
  fr: optional,
  question_en: optional,
  question_fr: optional,
  source: optional,
  locator: optional,
  of: optional,
  outside_source: flag,
  parity: oneIn(Parity),
  parity_by: optional,
  parity_reason_en: optional,
  parity_reason_fr: optional,
  parity_days_ago: optionalWhole,
  translation_due_in_days: optionalDays,
});

export const answer = z.strictObject({
  slug: text,
  version: whole,
  organization: text,
  response: oneIn(EndorsementResponse),
  clauses: optionalNames,
  reservation_en: optional,
  reservation_fr: optional,
  anchor_clause: optionalWhole,
  anchor_en: optional,
  anchor_fr: optional,
  reason_en: optional,
  reason_fr: optional,
  lift_en: optional,
  lift_fr: optional,
  usage: oneIn(Usage),
  joined_by: optionalNames,
  publicly: flag,
  state: oneOf(["given", "withdrawn", "signed_once"]),
  days_ago: whole,
});

export const amendment = z.strictObject({
  key: text,
  slug: text,
  version: whole,
  clause: optionalWhole,
  kind: oneOf(["words", "new", "drop", "move", "everywhere", "whole"]),
  organization: text,
  summary_en: optional,
  summary_fr: optional,
  words_en: optional,
  words_fr: optional,
  reason_en: optional,
  reason_fr: optional,
  days_ago: whole,
  handling: z.union([z.literal("").transform(() => null), oneIn(AmendmentHandling)]),
  handling_words_en: optional,
  handling_words_fr: optional,
  handling_reason_en: optional,
  handling_reason_fr: optional,
  handling_days_ago: optionalWhole,
  answer: z.union([z.literal("").transform(() => null), oneOf(["agree", "disagree"])]),
  comment_en: optional,
  comment_fr: optional,
  state: oneIn(AmendmentState),
  consolidated_in: optionalWhole,
  move_to: optionalWhole,
  find_en: optional,
  find_fr: optional,
  superseded_by: optional,
});

export const comment = z.strictObject({
  key: text,
  slug: text,
  version: whole,
  clause: whole,
  amendment: optional,
  organization: text,
  language: oneOf(["en", "fr"]),
  quote: optional,
  text,
  reply_to: optional,
  state: oneOf(["open", "resolved"]),
  days_ago: whole,
});
