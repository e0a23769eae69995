import { z } from "zod";
import { organizationName } from "@/lib/organizations/schema";
import { listOf, pageQuery } from "@/lib/platform/http/pagination";
import { bilingualText, slug } from "@/lib/platform/text/schema";
import { bilingual, propositionName, regimeArea } from "../propositions/schema";
import { audiences, reasonCharacters, talkingPointKinds, talkingPointStatuses } from "./constants";
import { endorsement, ownEndorsement } from "./schema.endorsements";
import { aboutInput, pair, textInput, version, versionName, versionNumber } from "./schema.text";

const isWritten = ({ en, fr }: { en?: string | undefined; fr?: string | undefined }) => Boolean(en || fr);

export const talkingPointInput = z.strictObject({
  organization: slug,
  kind: z.enum(talkingPointKinds).default("line"),
  ...textInput,
  ...aboutInput,
  /** A retired point that this one proposes anew. */
  proposesAnew: slug.optional(),
  /** Shown to the network for discussion; a draft stays at home. */
  open: z.boolean().default(false),
});
export type TalkingPointInput = z.output<typeof talkingPointInput>;

export const talkingPointKey = z.strictObject({ id: slug });
/** On the page of a day: as it was at its end, under the rights of today. */
const asOf = z.iso.date().optional();
export const talkingPointQuery = z.strictObject({ id: slug, asOf });

export const sorts = ["newest", "status", "review", "title"] as const;
export const talkingPointsInput = z.strictObject({
  ...pageQuery,
  kind: z.enum(talkingPointKinds).optional(),
  status: z.enum(talkingPointStatuses).optional(),
  theme: slug.optional(),
  area: regimeArea.optional(),
  proposition: slug.optional(),
  /** Those that this organization leads. */
  lead: slug.optional(),
  /** Those to which one of the viewer's organizations has not answered, or not to these words. */
  needsUs: z.enum(["true"]).optional(),
  /** Those whose words are not usable yet, or whose languages are not found equal. */
  stillOpen: z.enum(["true"]).optional(),
  q: z.string().max(100).optional(),
  sort: z.enum(sorts).optional(),
  asOf,
});
export type TalkingPointsInput = z.output<typeof talkingPointsInput>;

export const statusInput = z
  .strictObject({
    id: slug,
    onBehalfOf: slug,
    status: z.enum(talkingPointStatuses),
    /** The version that was shown: "usable" is said of it, and of no other. */
    version: versionNumber.optional(),
    reason: bilingualText(reasonCharacters).optional(),
    /** How it may be used all the same. */
    caution: bilingualText(reasonCharacters).optional(),
    replacedBy: slug.optional(),
    /** The day on which it is looked at again. */
    reviewBy: z.iso.date().optional(),
  })
  .superRefine(({ status, version, reason, caution, replacedBy }, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (status === "usable" && version === undefined) refuse("version", "required");
    if ((status === "cautioned" || status === "retired") && !isWritten(reason ?? {})) refuse("reason", "reasonMissing");
    if (caution && status !== "cautioned") refuse("caution", "invalid");
    if (replacedBy && status !== "retired") refuse("replacedBy", "invalid");
  });
export type StatusInput = z.output<typeof statusInput>;

/** A point as others point at it. */
export const talkingPointName = z.object({ id: z.string(), slug: z.string(), title: pair });

/** Answers to the words in force, of members; `to_confirm` were given for earlier ones. */
export const answerCounts = z.object({
  endorse: z.number().int(),
  endorse_with_reservation: z.number().int(),
  stand_aside: z.number().int(),
  object: z.number().int(),
  to_confirm: z.number().int(),
  not_answered: z.number().int(),
});
export type AnswerCounts = z.output<typeof answerCounts>;

export const talkingPoint = talkingPointName.extend({
  kind: z.enum(talkingPointKinds),
  status: z.enum(talkingPointStatuses),
  statusSince: z.iso.datetime(),
  /** The words in force. */
  number: z.number().int(),
  digest: z.string(),
  /** The version that the word "usable" belongs to. */
  usableVersion: z.number().int().nullable(),
  themes: z.array(z.string()),
  regimeAreas: z.array(regimeArea),
  audiences: z.array(z.enum(audiences)),
  leads: z.array(organizationName),
  reviewBy: z.iso.date(),
  /** Past its review date: said wherever it is shown. */
  stale: z.boolean(),
  /** Every clause says the same in both languages. */
  equal: z.boolean(),
  answers: answerCounts,
  viewer: z.object({
    /** Whose answer is missing, of the viewer's organizations: to these words or to any. */
    needs: z.array(z.string()),
  }),
});
export type TalkingPoint = z.output<typeof talkingPoint>;
export const talkingPointList = listOf(talkingPoint);

/** A version with the answers in force that were given to its words, whatever was answered to later ones. */
export const answeredVersion = version.extend({ answers: z.array(endorsement) });
export type AnsweredVersion = z.output<typeof answeredVersion>;

const statusStep = z.object({
  status: z.enum(talkingPointStatuses),
  version: z.number().int(),
  at: z.iso.datetime(),
  by: organizationName,
  reason: pair,
  caution: pair,
});

export const talkingPointDetail = talkingPoint.extend({
  /** The value for If-Match. */
  version: z.number().int(),
  caution: pair.nullable(),
  proposedBy: organizationName,
  proposedAt: z.iso.datetime(),
  /** Its themes by their titles. */
  themeNames: z.array(z.object({ slug: z.string(), title: bilingual })),
  propositions: z.array(propositionName),
  sources: z.array(z.object({ slug: z.string(), title: bilingual, inSource: z.boolean() })),
  replacedBy: talkingPointName.nullable(),
  replaces: z.array(talkingPointName),
  proposesAnew: talkingPointName.nullable(),
  proposedAnew: z.array(talkingPointName),
  text: version,
  versions: z.array(versionName),
  steps: z.array(statusStep),
  endorsements: z.array(endorsement),
  /** Members that have not answered, or took their answer back. Their silence is no answer. */
  notAnswered: z.array(organizationName),
  /** Why nobody can answer now, where that is so. */
  obstacle: z.enum(["notOpen", "parityPending", "parityDisputed"]).nullable(),
  viewer: z.object({
    needs: z.array(z.string()),
    /** The leads that this viewer writes for. */
    pens: z.array(z.string()),
    mayChangeStatus: z.array(z.object({ organization: z.string(), to: z.array(z.enum(talkingPointStatuses)) })),
    organizations: z.array(ownEndorsement),
  }),
});
export type TalkingPointDetail = z.output<typeof talkingPointDetail>;
