import { z } from "zod";
import { officeName } from "@/lib/offices/schema";
import { organizationName } from "@/lib/organizations/schema";
import { listOf, pageQuery } from "@/lib/platform/http/pagination";
import { bilingualText, line, slug } from "@/lib/platform/text/schema";
import { sensibleDay } from "@/lib/platform/time/sensible-day";
import { foldTimeZone, isTimeZone } from "@/lib/platform/time/zone";
import {
  attributionRules,
  briefingCadences,
  briefingKinds,
  briefingParts,
  briefingPhases,
  briefingStates,
  briefingStepKinds,
  lengthBounds,
  maxInvited,
  maxOffices,
  purposeCharacters,
  sideParts,
  titleCharacters,
  whereCharacters,
} from "./constants";

/** A text in English, French or both; null where it is not written. */
export const pair = z.object({ en: z.string().nullable(), fr: z.string().nullable() });

const isWritten = ({ en, fr }: { en?: string | undefined; fr?: string | undefined }) => Boolean(en || fr);

const title = z
  .strictObject({ en: line(titleCharacters).optional(), fr: line(titleCharacters).optional() })
  .refine(isWritten, "required");
const rule = z.enum(attributionRules);
const minutes = z.number().int().min(lengthBounds.least).max(lengthBounds.most);
/** A meeting for members alone, before or after one with an office. */
const sidePart = z.strictObject({ attribution: rule, minutes });

const frame = {
  title: title.optional(),
  purpose: bilingualText(purposeCharacters).optional(),
  /** Where it is, or how to come in: for the network alone. */
  place: bilingualText(whereCharacters).optional(),
  minutes: minutes.optional(),
  zone: z.string().max(60).refine(isTimeZone, "notATimeZone").transform(foldTimeZone).optional(),
  /** How many organizations it needs; null for as many as come. */
  quorum: z.number().int().min(1).max(maxInvited).nullable().optional(),
  cadence: z.enum(briefingCadences).nullable().optional(),
  /** The day by which it should be held. Left out, it follows from the cadence and the last one. */
  dueOn: sensibleDay.nullable().optional(),
  /** Until when the members may propose items for the agenda. */
  callClosesOn: sensibleDay.nullable().optional(),
  lastHeldOn: sensibleDay.nullable().optional(),
  /** Whom to invite, by their addresses; all members where nothing is said. */
  organizations: z.array(slug).max(maxInvited).optional(),
  offices: z.array(slug).max(maxOffices).optional(),
  /** What goes with a meeting with an office. One that is there already is not added again. */
  caucus: sidePart.optional(),
  debrief: sidePart.optional(),
};

/** With `follows`, whatever is left out is as it was at that meeting. */
export const planInput = z
  .strictObject({
    host: slug.optional(),
    kind: z.enum(briefingKinds).optional(),
    attribution: rule.optional(),
    follows: slug.optional(),
    ...frame,
  })
  .superRefine((given, context) => {
    if (given.follows !== undefined) return;
    for (const name of ["host", "kind", "title", "attribution", "minutes", "zone"] as const)
      if (given[name] === undefined) context.addIssue({ code: "custom", path: [name], message: "required" });
  });
export type PlanInput = z.output<typeof planInput>;

export const frameInput = z.strictObject({ id: slug, ...frame });
export type FrameInput = z.output<typeof frameInput>;
export type Frame = Omit<FrameInput, "id">;

export const attributionInput = z.strictObject({ id: slug, rule });
export type AttributionInput = z.output<typeof attributionInput>;

export const briefingKey = z.strictObject({ id: slug });

export const moments = ["next", "past", "overdue"] as const;
export const briefingsInput = z.strictObject({
  ...pageQuery,
  kind: z.enum(briefingKinds).optional(),
  /** What is to come, what was held or cancelled, or what has no date and should have been held. */
  when: z.enum(moments).optional(),
  /** Those that this organization hosts. */
  host: slug.optional(),
  q: z.string().max(100).optional(),
});
export type BriefingsInput = z.output<typeof briefingsInput>;

/** When it begins: the clock of its zone is what people meant, the instant follows from it. */
const time = z.object({ wall: z.string(), startsAt: z.iso.datetime(), endsAt: z.iso.datetime() });

export const briefingName = z.object({
  slug: z.string(),
  title: pair,
  kind: z.enum(briefingKinds),
  part: z.enum(briefingParts),
});
export type BriefingName = z.output<typeof briefingName>;

/** One meeting of a sequence. */
export const sequencePart = briefingName.extend({
  state: z.enum(briefingStates),
  phase: z.enum(briefingPhases),
  zone: z.string(),
  time: time.nullable(),
  minutes: z.number().int(),
  attribution: rule,
  /** How many organizations and offices are invited. */
  organizations: z.number().int(),
  offices: z.number().int(),
});
export type SequencePart = z.output<typeof sequencePart>;

export const briefing = sequencePart.extend({
  host: organizationName,
  quorum: z.number().int().nullable(),
  cadence: z.enum(briefingCadences).nullable(),
  dueOn: z.iso.date().nullable(),
  /** It has no date, and should have been held. */
  overdue: z.boolean(),
  /** Until when answers about dates are asked for, and items for its agenda. */
  answersClose: z.object({ wall: z.string(), at: z.iso.datetime() }).nullable(),
  callClosesOn: z.iso.date().nullable(),
  parts: z.array(sequencePart),
  viewer: z.object({ mayHost: z.boolean(), invited: z.array(z.string()) }),
});
export type Briefing = z.output<typeof briefing>;

/** How often a kind of meeting was held, and when the next one is due. */
export const cadenceStanding = z.object({
  kind: z.enum(briefingKinds),
  year: z.number().int(),
  timesAYear: z.number().int(),
  /** Held in this year, and still to come in it. */
  past: z.number().int(),
  coming: z.number().int(),
  lastOn: z.iso.date().nullable(),
  nextOn: z.iso.date().nullable(),
  dueOn: z.iso.date().nullable(),
  overdue: z.boolean(),
});
export type CadenceStanding = z.output<typeof cadenceStanding>;

export const briefingList = listOf(briefing).extend({
  cadences: z.array(cadenceStanding),
  viewer: z.object({ mayPlanFor: z.array(z.string()) }),
});
export type BriefingList = z.output<typeof briefingList>;

const step = z.object({
  number: z.number().int(),
  kind: z.enum(briefingStepKinds),
  at: z.iso.datetime(),
  wall: z.string().nullable(),
  rule: rule.nullable(),
  reason: pair,
});
export type BriefingStep = z.output<typeof step>;

export const briefingDetail = briefing.extend({
  /** The value for If-Match. */
  version: z.number().int(),
  purpose: pair,
  place: pair,
  lastHeldOn: z.iso.date().nullable(),
  follows: briefingName.nullable(),
  followedBy: z.array(briefingName),
  /** The meeting that this one goes with, and all of them in the order of the day. */
  partOf: briefingName.nullable(),
  sequence: z.array(sequencePart),
  /** Everyone in the network sees who was invited. */
  invitees: z.object({ organizations: z.array(organizationName), offices: z.array(officeName) }),
  steps: z.array(step),
  viewer: z.object({
    mayHost: z.boolean(),
    invited: z.array(z.string()),
    mayChange: z.boolean(),
    /** The rules that it could be held under instead. */
    rules: z.array(rule),
    addable: z.array(z.enum(sideParts)),
    mayPlanNext: z.boolean(),
  }),
});
export type BriefingDetail = z.output<typeof briefingDetail>;
