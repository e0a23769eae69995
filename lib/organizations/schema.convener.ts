import { z } from "zod";
import { prose, slug } from "@/lib/platform/text/schema";
import { organizationName } from "./schema";

const bilingual = z.object({ en: z.string(), fr: z.string() });
const moment = z.iso.datetime();

const term = z.object({
  organization: organizationName,
  since: moment,
  until: moment.nullable(),
  scope: bilingual,
});

export const offer = z.object({
  id: z.uuid(),
  from: organizationName,
  to: organizationName,
  scope: bilingual,
  until: moment.nullable(),
  offeredAt: moment,
  /** The viewer may accept or decline it; or, as the convener, take it back. */
  mayAnswer: z.boolean(),
  mayWithdraw: z.boolean(),
});
export type Offer = z.output<typeof offer>;

export const convener = z.object({
  /** Null where nobody convenes, or nobody that this viewer may know of. */
  current: term
    .extend({
      /** Names of those who exercise it; for the network. */
      persons: z.array(z.object({ name: z.string().nullable() })).nullable(),
      /** The viewer belongs to the organization that convenes: its interest is marked. */
      own: z.boolean(),
    })
    .nullable(),
  past: z.array(term),
  offers: z.array(offer),
  /** What a handover would move, and to whom it can go. For those who exercise the term. */
  handover: z
    .object({
      ownPersons: z.number().int(),
      applications: z.number().int(),
      to: z.array(organizationName.extend({ signatories: z.number().int() })),
    })
    .nullable(),
  /** Whom a signatory of the convening organization can name. */
  nameable: z.array(z.object({ id: z.uuid(), name: z.string().nullable(), named: z.boolean() })).nullable(),
  needsFreshSignIn: z.boolean(),
});
export type Convener = z.output<typeof convener>;

export const convenerInput = z.strictObject({});

const text = z.strictObject({ en: prose(600).default(""), fr: prose(600).default("") });

export const offerTermInput = z.strictObject({
  organization: slug,
  scope: text.default({ en: "", fr: "" }),
  until: z.iso
    .date()
    .refine((day) => day > new Date().toISOString().slice(0, 10), "notInFuture")
    .optional(),
});
export type OfferTermInput = z.output<typeof offerTermInput>;

export const answerOfferInput = z.strictObject({ id: z.uuid(), answer: z.enum(["accepted", "declined", "withdrawn"]) });
export type AnswerOfferInput = z.output<typeof answerOfferInput>;

export const nameConvenersInput = z.strictObject({ persons: z.array(z.uuid()).min(1).max(50) });
export type NameConvenersInput = z.output<typeof nameConvenersInput>;
