import { z } from "zod";
import { maxUpdates } from "@/lib/briefings/constants";
import {
  AgendaItemKind,
  AttributionRule,
  BriefingCadence,
  BriefingKind,
  BriefingPart,
} from "@/lib/platform/generated/prisma/enums";
import { flag, oneOf, optional, optionalWhole, text, whole } from "./columns";

const oneIn = <T extends string>(known: Record<string, T>) => oneOf(Object.values(known));
const none = z.literal("").transform(() => null);
const optionalNames = optional.transform((value) => value?.split(";") ?? []);
const optionalFlag = z.union([none, flag]);
/** As `Date` counts them: the first day is Sunday. */
export const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;
const optionalWeekday = z.union([none, oneOf(weekdays)]);
const hour = text.refine((value) => /^([01]\d|2[0-3]):[0-5]\d$/.test(value), "is not an hour like 13:00");

export const briefing = z.strictObject({
  slug: text.refine((value) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value), "is not an address in its plain form"),
  kind: oneIn(BriefingKind),
  sequence: oneIn(BriefingPart),
  part_of: optional,
  state: oneOf(["polling", "scheduled", "published", "overdue"]),
  title_en: text,
  title_fr: text,
  purpose_en: optional,
  purpose_fr: optional,
  attribution: oneIn(AttributionRule),
  host: text,
  offices: optionalNames,
  invited: optionalNames,
  quorum: optionalWhole,
  days_ago: optionalWhole,
  in_days: optionalWhole,
  weekday: optionalWeekday,
  start_time: z.union([none, hour]),
  minutes: whole,
  zone: text,
  place_en: optional,
  place_fr: optional,
  cadence: z.union([none, oneIn(BriefingCadence)]),
  last_held_days_ago: optionalWhole,
  due_days_ago: optionalWhole,
  answers_close_in_days: optionalWhole,
  call_for_items_closes_in_days: optionalWhole,
  room_expires_in_days: optionalWhole,
  rapporteur: optional,
  second_reader: optional,
  published_days_ago: optionalWhole,
  corrections_close_days_ago: optionalWhole,
  approved_in: optional,
  attendance: optionalNames,
  follows: optional,
});

export const option = z.strictObject({
  briefing: text,
  option: text,
  in_days: optionalWhole,
  on: z.union([none, oneOf(["next_closing_day"])]),
  weekday: optionalWeekday,
  days_ago: optionalWhole,
  start_time: hour,
  end_time: hour,
  zone: text,
  all_day: flag,
  note_en: optional,
  note_fr: optional,
  chosen: optionalFlag,
});

export const answer = z.strictObject({
  briefing: text,
  option: optional,
  organization: optional,
  office: optional,
  answer: oneOf(["yes", "if_need_be", "no", "none"]),
  language: oneOf(["en", "fr"]),
  note: optional,
  entered_by_host: flag,
  source_en: optional,
  source_fr: optional,
  days_ago: whole,
});

export const item = z.strictObject({
  briefing: text,
  number: whole,
  minutes: whole,
  kind: oneIn(AgendaItemKind),
  ref: optional,
  title_en: optional,
  title_fr: optional,
  why_en: optional,
  why_fr: optional,
  lead: optional,
  raises: optional,
  answers: optionalNames,
  attribution: z.union([none, oneIn(AttributionRule)]),
  inherited_from: optional,
  released: flag,
});

export const update = z.strictObject({
  briefing: text,
  organization: text,
  number: whole.refine((value) => value <= maxUpdates, `is more than ${maxUpdates}`),
  what_en: text,
  what_fr: text,
  theme: text,
  when_en: optional,
  when_fr: optional,
  contact: optional,
  help_en: optional,
  help_fr: optional,
  days_ago: whole,
  released: flag,
});
