import { z } from "zod";
import { organizationName } from "@/lib/organizations/schema";
import { listOf, pageQuery } from "@/lib/platform/http/pagination";
import { bilingualText, prose, slug } from "@/lib/platform/text/schema";
import { countWords } from "@/lib/platform/text/word-count";
import { bilingual } from "@/lib/propositions/schema";
import { authority } from "../mandates/schema.authority";
import { reservationWordLimit, stances, visibilities } from "./constants";
import { explanation, join } from "./schema.annotations";
import { rights } from "./schema.rights";

export { stances } from "./constants";
export type { Rights } from "./schema.rights";

export const stance = z.enum(stances);
export type Stance = z.output<typeof stance>;

/** From the narrowest to the widest. */
export const visibility = z.enum(visibilities);
export type Visibility = z.output<typeof visibility>;

const draftStates = ["drafted", "submitted", "signed_once", "returned"] as const;
export const draftState = z.enum(draftStates);
export type DraftState = z.output<typeof draftState>;

const stepKinds = [
  "drafted",
  "submitted",
  "signed_once",
  "signed_off",
  "confirmed",
  "returned",
  "discarded",
  "withdrawn",
  "visibility_changed",
  "restored",
] as const;
export const stepKind = z.enum(stepKinds);
export type StepKind = z.output<typeof stepKind>;

const rationaleCharacters = 4000;
const reservationCharacters = 2000;
const noteCharacters = 1000;
const furthestReviewMonths = 36;

/** Words in one language or both; null where that language has none. */
const nullableBilingual = z.object({ en: z.string().nullable(), fr: z.string().nullable() });
export type BilingualText = z.output<typeof nullableBilingual>;

/** A proposition as a position names it. */
export const propositionName = z.object({
  slug: z.string(),
  number: z.number().int(),
  theme: z.string(),
  /** The version in force now. */
  version: z.number().int(),
  title: bilingual,
  statement: bilingual,
});
export type PropositionName = z.output<typeof propositionName>;

const text = z.object({
  /** Its own number for its own people; for others its place among the texts that they may read. */
  revision: z.number().int(),
  /** The wording of the proposition that the stance was given for. */
  propositionVersion: z.number().int(),
  earlierWording: z.boolean(),
  stance,
  rationale: nullableBilingual,
  reservation: nullableBilingual.nullable(),
  /** Where it is undecided: since when, and by when the organization means to decide. */
  undecidedSince: z.iso.date().nullable(),
  decideBy: z.iso.date().nullable(),
  visibility,
});

const standing = text.extend({
  since: z.iso.datetime(),
  reviewBy: z.iso.date().nullable(),
  authority: authority.nullable(),
});

/** Provisional: for the organization's own people, nobody else. */
const draft = text.extend({
  state: draftState,
  reviewBy: z.iso.date().nullable(),
  savedAt: z.iso.datetime(),
  /** Null when the person's row is gone. */
  savedBy: z.string().nullable(),
  submittedAt: z.iso.datetime().nullable(),
  submittedBy: z.string().nullable(),
  /** How many different people sign for this organization, and who gave the first signature of two. */
  signatures: z.number().int(),
  signedOnceBy: z.string().nullable(),
  signedOnceAt: z.iso.datetime().nullable(),
  /** The signatory's note when returning it. */
  note: z.string().nullable(),
});

/** Told, never in the way. */
const warning = z.object({ reason: z.literal("excludes"), proposition: z.string() });

export const position = z.object({
  organization: organizationName,
  proposition: propositionName,
  /** The value for If-Match: the position's version for its own people; for others the number of texts they may read. */
  version: z.number().int(),
  standing: standing.nullable(),
  draft: draft.nullable(),
  /** Annotations: joins of its reservation and its explanation, as far as the viewer may read them. */
  joins: z.array(join),
  explanation: explanation.nullable(),
  /** Past its review date. */
  stale: z.boolean(),
  /** Still undecided after the day that the organization set itself. */
  undecidedPast: z.boolean(),
  warnings: z.array(warning),
  viewer: rights,
});
export type Position = z.output<typeof position>;

export const positionList = listOf(position);

/** What the viewer's own organizations hold on one proposition, recorded or not: where a first draft begins. */
export const ownPositions = z.object({
  items: z.array(
    z.object({
      organization: organizationName,
      position: position.nullable(),
      warnings: z.array(warning),
      viewer: rights,
      /** Names of those who may sign this for the organization. */
      signatories: z.array(z.string()),
      signOffTypicalDays: z.number().int(),
      /** How many different people have to sign. */
      signatures: z.number().int(),
    }),
  ),
});
export type OwnPositions = z.output<typeof ownPositions>;

export const step = z.object({
  kind: stepKind,
  at: z.iso.datetime(),
  /** Who did it, for the organization's own people; others read the authority. Null when the person's row is gone. */
  actor: z.string().nullable(),
  byToken: z.boolean().nullable(),
  authority: authority.nullable(),
  note: z.string().nullable(),
  visibilityFrom: visibility.nullable(),
  visibilityTo: visibility.nullable(),
  text,
});
export type PositionHistoryStep = z.output<typeof step>;

export const history = listOf(step);

const positionKey = { organization: slug, proposition: slug };

export const positionKeyInput = z.strictObject(positionKey);
export type PositionKey = z.output<typeof positionKeyInput>;

/** A day whose end is read. Limited to the last century and later: PostgreSQL has no year 0. */
export const asOfDay = z.iso.date().refine((day) => day >= "1900", "tooFar");

/** What there is of a position: something stands, or a draft is at one of its stages. */
const positionStates = ["standing", ...draftStates] as const;

/** By the number of the sentence; what stands since latest; what is to be reviewed soonest; by stance, in their fixed order. */
export const positionSorts = ["number", "since", "review", "stance"] as const;
export type PositionSort = (typeof positionSorts)[number];

export const positionsInput = z
  .strictObject({
    ...pageQuery,
    q: prose(100).optional(),
    sort: z.enum(positionSorts).optional(),
    organization: slug.optional(),
    proposition: slug.optional(),
    theme: slug.optional(),
    stance: stance.optional(),
    state: z.enum(positionStates).optional(),
    stale: z.enum(["true", "false"]).optional(),
    asOf: asOfDay.optional(),
  })
  .refine(({ asOf, state }) => !asOf || !state || state === "standing", { path: ["state"], error: "onlyWhatStood" });
export type PositionsInput = z.output<typeof positionsInput>;

export const ownPositionsInput = z.strictObject({ proposition: slug });
export const historyInput = z.strictObject({ ...pageQuery, ...positionKey });
export type HistoryInput = z.output<typeof historyInput>;

const dayIn = (months: number) => {
  const day = new Date();
  day.setUTCMonth(day.getUTCMonth() + months);
  return day.toISOString().slice(0, 10);
};

const reviewDay = z.iso
  .date()
  .refine((day) => day > dayIn(0), "notInFuture")
  .refine((day) => day <= dayIn(furthestReviewMonths), "tooFar");

/** A draft as it is typed. */
export const draftInput = z
  .strictObject({
    ...positionKey,
    stance,
    rationale: bilingualText(rationaleCharacters).default({}),
    reservation: bilingualText(reservationCharacters).optional(),
    visibility: visibility.default("network"),
    reviewBy: reviewDay.optional(),
    undecidedSince: asOfDay.refine((day) => day <= dayIn(0), "inFuture").optional(),
    decideBy: reviewDay.optional(),
  })
  .superRefine((input, context) => {
    const given = Object.values(input.reservation ?? {}).flatMap((it) => (it ? [it] : []));
    const refuse = (message: string) => context.addIssue({ code: "custom", path: ["reservation"], message });
    if (input.stance !== "support_with_reservation") {
      if (given.length > 0) refuse("reservationNotAllowed");
    } else if (given.length === 0) refuse("reservationMissing");
    for (const field of ["undecidedSince", "decideBy"] as const) {
      const given = input.stance !== "undecided" && input[field];
      if (given) context.addIssue({ code: "custom", path: [field], message: "onlyWhileUndecided" });
    }
    if (given.some((it) => countWords(it) > reservationWordLimit)) refuse("reservationTooLong");
  });
export type DraftInput = z.output<typeof draftInput>;

export const visibilityInput = z.strictObject({ ...positionKey, visibility });
export type VisibilityInput = z.output<typeof visibilityInput>;

const note = prose(noteCharacters).optional();
export const signOffInput = z.strictObject({ ...positionKey, decision: z.enum(["sign_off", "return"]), note });
export type SignOffInput = z.output<typeof signOffInput>;
export const withdrawalInput = z.strictObject({ ...positionKey, note });
export type WithdrawalInput = z.output<typeof withdrawalInput>;
export const confirmationInput = withdrawalInput;
export type ConfirmationInput = WithdrawalInput;
