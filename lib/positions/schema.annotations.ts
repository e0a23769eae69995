import { z } from "zod";
import { organizationName } from "@/lib/organizations/schema";
import { listOf, pageQuery } from "@/lib/platform/http/pagination";
import { bilingualText, slug } from "@/lib/platform/text/schema";
import { countWords } from "@/lib/platform/text/word-count";
import { explanationWordLimit, visibilities } from "./constants";
import { authority } from "./schema.rights";

const explanationCharacters = 2000;

export const annotationKinds = ["signed_once", "given", "withdrawn"] as const;
export type AnnotationKind = (typeof annotationKinds)[number];

const visibility = z.enum(visibilities);
const nullableBilingual = z.object({ en: z.string().nullable(), fr: z.string().nullable() });

const given = z.object({
  since: z.iso.datetime(),
  /** It was given for a text that stands no longer: nothing was carried over. */
  earlierText: z.boolean(),
  visibility,
  authority,
});

/** An organization that says that it shares a reservation, in the words that it read. */
export const join = given.extend({ organization: organizationName });
export type Join = z.output<typeof join>;

/** Why an organization takes its position: reasons put on record, beside the text that stood then. */
export const explanation = given.extend({ text: nullableBilingual });
export type Explanation = z.output<typeof explanation>;

/** What happened beside a position, newest first. */
const step = z.object({
  kind: z.enum(annotationKinds),
  at: z.iso.datetime(),
  /** Who did it, for their own people; others read the authority. Null when the person's row is gone. */
  actor: z.string().nullable(),
  byToken: z.boolean().nullable(),
  visibility,
  authority,
  earlierText: z.boolean(),
});
export const joinStep = step.extend({ organization: organizationName });
export type JoinStep = z.output<typeof joinStep>;
export const joinHistory = listOf(joinStep);
export const explanationStep = step.extend({ text: nullableBilingual });
export type ExplanationStep = z.output<typeof explanationStep>;
export const explanationHistory = listOf(explanationStep);

/** A reservation of another organization's that this one joined. */
export const joined = given.extend({
  reservationOf: organizationName,
  proposition: z.object({
    slug: z.string(),
    number: z.number().int(),
    title: z.object({ en: z.string(), fr: z.string() }),
  }),
  reservation: nullableBilingual,
});
export type Joined = z.output<typeof joined>;
export const joinedList = listOf(joined);

const rights = z.object({
  needsFreshSignIn: z.boolean(),
  mayMakePublic: z.boolean(),
  /** The mandate it would be signed under. */
  mandate: authority.nullable(),
  /** Two sign for this organization: who gave the first signature, where a second is awaited. */
  signatures: z.number().int(),
  waiting: z.object({ by: z.string().nullable(), mine: z.boolean() }).nullable(),
});

/** What the viewer may add to a position, for each of their own organizations. */
export const ownAnnotations = z.object({
  /** What a join stands behind: the wording of the proposition and the words of the reservation. Null where none stands. */
  digest: z.string().nullable(),
  joining: z.array(
    rights.extend({
      organization: organizationName,
      join: join.nullable(),
      mayJoin: z.boolean(),
      mayWithdraw: z.boolean(),
    }),
  ),
  explaining: rights
    .extend({
      /** What If-Match must say; 0 before the first. */
      version: z.number().int(),
      /** The text that an explanation would stand beside. */
      revision: z.number().int().nullable(),
      text: nullableBilingual.nullable(),
      waitingText: nullableBilingual.nullable(),
      visibility,
      mayExplain: z.boolean(),
      mayWithdraw: z.boolean(),
    })
    .nullable(),
});
export type OwnAnnotations = z.output<typeof ownAnnotations>;
export type Joining = OwnAnnotations["joining"][number];
export type Explaining = NonNullable<OwnAnnotations["explaining"]>;

const positionKey = { organization: slug, proposition: slug };
const digest = z.string().regex(/^[0-9a-f]{64}$/);

export const annotationHistoryInput = z.strictObject({ ...pageQuery, ...positionKey });
export type AnnotationHistoryInput = z.output<typeof annotationHistoryInput>;
export const joinedInput = z.strictObject({ ...pageQuery, slug });
export type JoinedInput = z.output<typeof joinedInput>;

/** Named by the digest of the words that were read: a join for others is turned away, not moved. */
export const joinInput = z.strictObject({
  ...positionKey,
  onBehalfOf: slug,
  digest,
  visibility: visibility.default("network"),
});
export type JoinInput = z.output<typeof joinInput>;
export const leaveJoinInput = z.strictObject({ ...positionKey, onBehalfOf: slug });
export type LeaveJoinInput = z.output<typeof leaveJoinInput>;

export const explainInput = z
  .strictObject({
    ...positionKey,
    /** The number of the text that stands, as its own people read it. */
    revision: z.number().int().min(1).max(1_000_000),
    text: bilingualText(explanationCharacters),
    visibility: visibility.default("network"),
  })
  .superRefine(({ text }, context) => {
    const texts = [text.en, text.fr].filter((it) => it);
    const refuse = (message: string) => context.addIssue({ code: "custom", path: ["text"], message });
    if (texts.length === 0) refuse("explanationMissing");
    if (texts.some((it) => countWords(it ?? "") > explanationWordLimit)) refuse("explanationTooLong");
  });
export type ExplainInput = z.output<typeof explainInput>;
