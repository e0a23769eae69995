import { z } from "zod";
import { ClauseMarkKind, RoundNextStep, RoundState } from "@/lib/platform/generated/prisma/enums";
import { oneOf, optional, optionalWhole, text, whole } from "./columns";

const optionalNames = optional.transform((value) => value?.split(";") ?? []);
const none = z.literal("").transform(() => null);

export const mark = z.strictObject({
  slug: text,
  version: whole,
  clause: whole,
  organization: text,
  mark: oneOf(Object.values(ClauseMarkKind)),
  text_en: optional,
  text_fr: optional,
  days_ago: whole,
});

export const round = z.strictObject({
  slug: text,
  version: whole,
  opened_by: text,
  state: oneOf(Object.values(RoundState)),
  opened_days_ago: optionalWhole,
  opens_in_days: optionalWhole,
  closes_days_ago: optionalWhole,
  closes_in_days: optionalWhole,
  working_days: whole,
  objection_by: optional,
  objection_named: z.union([none, oneOf(["true", "false"]).transform((value) => value === "true")]),
  objection_days_ago: optionalWhole,
  objection_reason_en: optional,
  objection_reason_fr: optional,
  lift_en: optional,
  lift_fr: optional,
  stood_aside: optionalNames,
  unreachable: optionalNames,
  next_step: z.union([none, oneOf(Object.values(RoundNextStep))]),
});
