import { z } from "zod";
import { organizationName } from "@/lib/organizations/schema";
import { bilingualText, slug } from "@/lib/platform/text/schema";
import { countWords } from "@/lib/platform/text/word-count";
import { authority } from "../mandates/schema.authority";
import { stances } from "../positions/constants";
import {
  clauseCharacters,
  clauseLimit,
  endorsementKinds,
  reasonCharacters,
  reservationWordLimit,
  responses,
  usages,
} from "./constants";
import { clauseKey, digest, pair, versionNumber } from "./schema.text";

const isWritten = (text: { en?: string | undefined; fr?: string | undefined } | undefined) =>
  Boolean(text?.en || text?.fr);

export const endorsementInput = z
  .strictObject({
    id: slug,
    /** The words that were shown. */
    version: versionNumber,
    digest,
    onBehalfOf: slug,
    response: z.enum(responses),
    usage: z.enum(usages),
    /** The clauses it is about; none for the whole text. */
    clauses: z
      .array(clauseKey)
      .max(clauseLimit)
      .default([])
      .refine((keys) => new Set(keys).size === keys.length, "invalid"),
    reservation: bilingualText(reasonCharacters).optional(),
    /** The exact words that the reservation qualifies. */
    anchor: z.strictObject({ clause: clauseKey, text: bilingualText(clauseCharacters) }).optional(),
    reason: bilingualText(reasonCharacters).optional(),
    /** The words that would end an objection. */
    lift: bilingualText(reasonCharacters).optional(),
    publicly: z.boolean().default(false),
  })
  .superRefine(({ response, reservation, anchor, reason, lift }, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    const reserves = response === "endorse_with_reservation";
    const answersNo = response === "object" || response === "stand_aside";
    if (reserves && !isWritten(reservation)) refuse("reservation", "reservationMissing");
    if (!reserves && reservation) refuse("reservation", "reservationNotAllowed");
    if ([reservation?.en, reservation?.fr].some((it) => countWords(it ?? "") > reservationWordLimit))
      refuse("reservation", "reservationTooLong");
    if (anchor && response === "endorse") refuse("anchor", "invalid");
    if (anchor && !isWritten(anchor.text)) refuse("anchor", "required");
    if (response === "object" && !isWritten(reason)) refuse("reason", "reasonMissing");
    if (reason && !answersNo) refuse("reason", "invalid");
    if (lift && response !== "object") refuse("lift", "invalid");
  });
export type EndorsementInput = z.output<typeof endorsementInput>;

export const endorsementKey = z.strictObject({ id: slug, organization: slug });
export type EndorsementKey = z.output<typeof endorsementKey>;
export const confirmationInput = endorsementKey.extend({ version: versionNumber, digest });
export type ConfirmationInput = z.output<typeof confirmationInput>;

/** For others: whose reservation, at the step that was read. */
export const joinInput = endorsementKey.extend({
  ...{ onBehalfOf: slug, version: versionNumber, digest },
  step: z.number().int().min(1).max(1_000_000),
});
export type JoinInput = z.output<typeof joinInput>;
export const leaveJoinInput = endorsementKey.extend({ onBehalfOf: slug });
export type LeaveJoinInput = z.output<typeof leaveJoinInput>;

const answer = {
  response: z.enum(responses),
  usage: z.enum(usages),
  clauses: z.array(z.string()),
  reservation: pair.nullable(),
  anchor: z.object({ clause: z.string(), text: pair }).nullable(),
  reason: pair.nullable(),
  lift: pair.nullable(),
  publicly: z.boolean(),
};

/** What an organization answered, to exactly these words. */
export const endorsement = z.object({
  organization: organizationName,
  /** Which of its steps it is: whoever joins its reservation names the one that was read. */
  step: z.number().int(),
  version: z.number().int(),
  digest: z.string(),
  /** It belongs to the words in force; else they ask again, and the answer stays with its own. */
  current: z.boolean(),
  ...answer,
  since: z.iso.datetime(),
  authority,
  /** Those who share its reservation. */
  joinedBy: z.array(organizationName),
});
export type Endorsement = z.output<typeof endorsement>;

/** What was said for an organization just now, as its step holds it: one of two signatures, an answer, or that it is taken back. */
export const endorsementStep = z.object({
  organization: z.string(),
  step: z.number().int(),
  kind: z.enum(endorsementKinds),
  version: z.number().int(),
  digest: z.string(),
  ...answer,
  at: z.iso.datetime(),
  authority,
});
export type EndorsementStep = z.output<typeof endorsementStep>;

/** What one of the viewer's organizations may do with it now. */
export const ownEndorsement = z.object({
  organization: organizationName,
  /** Null where it has not answered, or took its answer back. */
  answer: endorsement.nullable(),
  /** A first signature that waits for the second: what it says, and whether it is the viewer's own. */
  waiting: z.object({ version: z.number().int(), ...answer, by: z.string().nullable(), mine: z.boolean() }).nullable(),
  signatures: z.number().int(),
  mayEndorse: z.boolean(),
  mayEndorsePublicly: z.boolean(),
  mayConfirm: z.boolean(),
  mayWithdraw: z.boolean(),
  mayContest: z.boolean(),
  needsFreshSignIn: z.boolean(),
  /** The mandate it would be signed under. */
  mandate: authority.nullable(),
  /** Propositions that the text carries and that this organization's own register opposes. Shown to its own people alone. */
  opposes: z.array(z.object({ proposition: z.string(), number: z.number().int(), stance: z.enum(stances) })),
  /** Whose reservations it has joined. */
  joined: z.array(z.string()),
  /** First signatures under a join that wait for the second: whose reservation, and whether it is the viewer's own. */
  joinsWaiting: z.array(z.object({ organization: z.string(), mine: z.boolean() })),
});
export type OwnEndorsement = z.output<typeof ownEndorsement>;
