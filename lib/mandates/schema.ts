import { z } from "zod";
import { listOf, pageQuery } from "@/lib/platform/http/pagination";
import { line, slug } from "@/lib/platform/text/schema";
import { powers } from "../organizations/schema";

export const bilingualOrNull = z.object({ en: z.string().nullable(), fr: z.string().nullable() });
const bilingual = z.object({ en: z.string(), fr: z.string() });

const mandateStates = ["in_force", "expired", "revoked"] as const;

/** On what authority somebody acts for an organization, as its own people read it. */
export const grantedMandate = z.object({
  id: z.uuid(),
  person: z.object({ id: z.uuid(), name: z.string().nullable() }),
  powers: z.array(z.enum(powers)),
  /** Null means every theme. */
  themes: z.array(z.object({ slug: z.string(), title: bilingual })).nullable(),
  /** In the languages it was given in; one that was not is null. */
  authorizedBy: bilingualOrNull,
  instrument: bilingualOrNull,
  instrumentDate: z.iso.date(),
  validFrom: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
  /** Now, whatever day was asked about. */
  state: z.enum(mandateStates),
  /** Given by this person to themselves, as only an organization of one may. */
  selfAuthorized: z.boolean(),
  viewer: z.object({ self: z.boolean(), mayRevoke: z.boolean() }),
});
export type GrantedMandate = z.output<typeof grantedMandate>;

export const mandateList = listOf(grantedMandate).extend({
  /** The day that was asked about, in coalition time; null is this moment. */
  on: z.iso.date().nullable(),
  today: z.iso.date(),
  viewer: z.object({
    /** What this viewer may hand on, and to whom: `first` is the first signatory, `self` an organization of one. */
    mayGrant: z.enum(["own", "first", "self"]).nullable(),
    commitNow: z.boolean(),
  }),
  /** Who of the organization asks for a mandate, for those who can give one. */
  requests: z.array(z.object({ person: z.string().nullable(), at: z.iso.datetime() })),
});
export type MandateList = z.output<typeof mandateList>;

export const mandatesInput = z.strictObject({ ...pageQuery, slug, on: z.iso.date().optional() });
export type MandatesInput = z.output<typeof mandatesInput>;

const oneLanguage = (given: { en?: string | undefined; fr?: string | undefined }) => Boolean(given.en || given.fr);
const pair = (max: number) =>
  z.strictObject({ en: line(max).optional(), fr: line(max).optional() }).refine(oneLanguage, "required");

export const grantInput = z.strictObject({
  slug,
  /** Somebody who belongs to the organization, by the id its people list gives. */
  person: z.uuid(),
  powers: z.array(z.enum(powers)).min(1, "required").max(powers.length),
  /** Slugs of themes; left out means every theme. */
  themes: z.array(slug).min(1, "required").max(100).optional(),
  /** The body or person that decided, such as the board. */
  authorizedBy: pair(200),
  /** What it decided by, such as a resolution and its number. */
  instrument: pair(300),
  instrumentDate: z.iso.date(),
  /** The last day in coalition time; left out means until revoked. */
  expiresOn: z.iso.date().optional(),
});
export type GrantInput = z.output<typeof grantInput>;

export const mandateRequestInput = z.strictObject({ slug });
export type MandateRequestInput = z.output<typeof mandateRequestInput>;

/** Asked for by this person; answered by a mandate. */
export const mandateRequest = z.object({
  at: z.iso.datetime(),
  /** Who can give it, by name as far as they gave one. */
  asked: z.array(z.string().nullable()),
});
export type MandateRequest = z.output<typeof mandateRequest>;

/** `withoutSuccessor`: whoever ends the last signatory's mandate was told what follows, and insists. */
export const revokeInput = z.strictObject({ slug, id: z.uuid(), withoutSuccessor: z.literal(true).optional() });
export type RevokeInput = z.output<typeof revokeInput>;

export const mandateKey = z.strictObject({ slug, id: z.uuid() });
export type MandateKey = z.output<typeof mandateKey>;
