import { z } from "zod";
import {
  DraftState,
  OrganizationType,
  Parity,
  RegimeArea,
  SignOffKind,
  Stance,
  Visibility,
} from "@/lib/platform/generated/prisma/enums";
import { codesOf } from "@/lib/platform/i18n/codes";
import { canonicalEmail } from "@/lib/platform/text/email-address";
import { flag, oneOf, optional, optionalWhole, text, whole } from "./columns";

const oneIn = <T extends string>(known: Record<string, T>) => oneOf(Object.values(known));
const language = oneOf(["en", "fr"]);

export const organization = z.strictObject({
  slug: text,
  code: text.refine((value) => /^[0-9A-Z]{2}$/.test(value), "is not two letters or digits"),
  short_en: text,
  short_fr: text,
  name_en: text,
  name_fr: text,
  type: oneIn(OrganizationType),
  role: oneOf(["member", "convener"]),
  province: oneOf(codesOf("province")),
  working_language: language,
  mandate_en: text,
  mandate_fr: text,
  sign_off_rule_en: text,
  sign_off_rule_fr: text,
  sign_off_kind: oneIn(SignOffKind),
  sign_off_typical_days: whole,
  // Nobody real is ever loaded from a file.
  fictional: flag.refine((value) => value, "must be true"),
});

/** Beside the members: who reads along, and who was a member once. Neither has a stance. */
export const neighbour = organization.omit({ role: true }).extend({
  status: oneOf(["observer", "left"]),
  contact_email: text.refine((value) => canonicalEmail(value) === value, "is not an address in its plain form"),
  contact_name: text,
  joined_days_ago: whole,
  left_days_ago: z
    .string()
    .regex(/^(|[1-9]\d{0,5})$/, "is not a whole number above zero")
    .transform((value) => (value === "" ? null : Number(value))),
  reason: optional,
});

export const person = z.strictObject({
  email: text.refine((value) => canonicalEmail(value) === value, "is not an address in its plain form"),
  name: text,
  language,
  part: oneOf(["representative", "signatory", "convener", "rapporteur", "guest", "administrator"]),
  org_slug: optional,
  authorized_by: optional,
  instrument: optional,
  /** Who is told that they act for it; the network where they said so. */
  shown_to: oneOf(["organization", "network"]),
  /** How many days after loading their mandate ends; none where no end is set. */
  ends_after: optionalWhole,
});

/** Somebody was asked to act for an organization, and has not answered yet. */
export const invitation = z.strictObject({
  org_slug: text,
  email: text.refine((value) => canonicalEmail(value) === value, "is not an address in its plain form"),
  language,
  invited_by: text,
  days_ago: whole,
});

/** Who records what: from which day, counted from the day of loading, and for how many; ended early or not. */
export const rapporteur = z.strictObject({
  email: text,
  occasion_en: optional,
  occasion_fr: optional,
  starts_in: z
    .string()
    .regex(/^-?\d{1,3}$/)
    .transform(Number),
  days: whole,
  ended: oneOf(["yes", "no"]),
});

/** Where two signatories of one organization went against each other: the second's words are those of demo-positions.csv. */
export const conflict = z.strictObject({
  org_slug: text,
  proposition_slug: text,
  first_signatory: text,
  first_stance: oneIn(Stance),
  first_rationale_en: optional,
  first_rationale_fr: optional,
  illustrative: flag.refine((value) => value, "must be true"),
});

export const application = z.strictObject({
  name_en: text,
  name_fr: text,
  type: oneIn(OrganizationType),
  province: oneOf(codesOf("province")),
  working_language: language,
  mandate_en: text,
  mandate_fr: text,
  website: optional,
  contact_name: text,
  contact_email: text.refine((value) => canonicalEmail(value) === value, "is not an address in its plain form"),
  why: text,
  language,
  days_ago: whole,
});

export const statement = z.strictObject({
  key: text.refine((value) => /^\d{1,3}$/.test(value), "is not a number"),
  text_en: text,
  text_fr: text,
  left_out: flag,
});

const positionColumns = {
  org_slug: text,
  proposition_slug: text,
  stance: oneIn(Stance),
  rationale_en: optional,
  rationale_fr: optional,
  reservation_en: optional,
  reservation_fr: optional,
  visibility: oneIn(Visibility),
  illustrative: flag.refine((value) => value, "must be true"),
};

const annotationColumns = {
  org_slug: text,
  proposition_slug: text,
  visibility: oneIn(Visibility),
  days_ago: whole,
  illustrative: flag.refine((value) => value, "must be true"),
};

export const join = z.strictObject({ ...annotationColumns, joined_by: text });
export const explanation = z.strictObject({ ...annotationColumns, text_en: text, text_fr: text });

export const position = z.strictObject({ ...positionColumns, sign_off_status: oneOf(["signed_off"]) });

const dayOrNone = z.union([z.literal("").transform(() => null), whole]);

export const proposal = z.strictObject({
  id: text.refine((value) => z.uuid().safeParse(value).success, "is not a UUID"),
  org_slug: text,
  author: text,
  theme_slug: text,
  regime_area: oneIn(RegimeArea),
  state: oneOf(["drafted", "proposed", "merged", "declined"]),
  parity: oneIn(Parity),
  title_en: optional,
  title_fr: optional,
  statement_en: optional,
  statement_fr: optional,
  reason_en: optional,
  reason_fr: optional,
  days_ago: whole,
  decided_days_ago: dayOrNone,
  proposition_slug: optional,
  answer: optional,
  illustrative: flag.refine((value) => value, "must be true"),
});

export const draft = z.strictObject({ ...positionColumns, author: text, state: oneIn(DraftState), note: optional });
