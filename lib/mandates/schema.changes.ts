import { z } from "zod";
import { slug } from "@/lib/platform/text/schema";
import { powers, signOffKinds } from "../organizations/schema";
import { bilingualOrNull, grantInput } from "./schema";

export const changeKinds = ["rule", "grant", "revoke"] as const;
export const changeAnswers = ["confirmed", "declined", "withdrawn"] as const;

/** Where two sign: what one signatory proposes to change in how the organization signs. It waits for another's word. */
export const signOffChange = z.object({
  id: z.uuid(),
  kind: z.enum(changeKinds),
  /** Null where they gave no name. */
  proposedBy: z.string().nullable(),
  proposedAt: z.iso.datetime(),
  /** With `rule`: what it is to become. */
  signOffKind: z.enum(signOffKinds).nullable(),
  /** With `grant` what would be given, with `revoke` what would end. */
  mandate: z
    .object({
      person: z.string().nullable(),
      powers: z.array(z.enum(powers)),
      /** Null means every theme. */
      themes: z.array(z.object({ slug: z.string(), title: z.object({ en: z.string(), fr: z.string() }) })).nullable(),
      authorizedBy: bilingualOrNull,
      instrument: bilingualOrNull,
      instrumentDate: z.iso.date(),
      expiresAt: z.iso.datetime().nullable(),
    })
    .nullable(),
  /** Whoever proposed it signs no more, so that two would not be behind it: it can only be put away. */
  proposerGone: z.boolean(),
  viewer: z.object({ mine: z.boolean(), mayConfirm: z.boolean(), mayDecline: z.boolean() }),
});
export type SignOffChange = z.output<typeof signOffChange>;

/** Those that wait, the oldest first. */
export const signOffChangeList = z.object({
  items: z.array(signOffChange),
  nextCursor: z.null(),
  total: z.number().int(),
  /** Two sign for this organization. */
  twoSign: z.boolean(),
});

export const changesInput = z.strictObject({ slug });
export const proposeRuleInput = z.strictObject({ slug, signOffKind: z.enum(signOffKinds) });
export type ProposeRuleInput = z.output<typeof proposeRuleInput>;
export const proposeGrantInput = grantInput;
export const proposeRevocationInput = z.strictObject({
  slug,
  mandate: z.uuid(),
  /** One signatory would be left, which is fewer than two: whoever proposes it was told what follows, and insists. */
  withoutSuccessor: z.literal(true).optional(),
});
export type ProposeRevocationInput = z.output<typeof proposeRevocationInput>;

export const proposedChange = z.object({ id: z.uuid() });
export const answerChangeInput = z.strictObject({ slug, id: z.uuid(), answer: z.enum(changeAnswers) });
export type AnswerChangeInput = z.output<typeof answerChangeInput>;
export const answeredChange = z.object({ answer: z.enum(changeAnswers) });
