import { z } from "zod";
import { slug } from "@/lib/platform/text/schema";
import { organizationName } from "../organizations/schema";
import { bilingualOrNull, grantInput } from "./schema";

/** How long everybody of the organization can object. */
export const objectionDays = 7;

export const recoveryOutcomes = ["restored", "objected", "withdrawn", "lapsed"] as const;

/** Who is to sign for an organization again, and how far that has come. */
export const recovery = z.object({
  id: z.uuid(),
  /** `asked`: two outside it have still to agree. `announced`: in effect on the day, unless somebody objects. */
  state: z.enum(["requested", "announced", ...recoveryOutcomes]),
  /** By its contact; otherwise by one of its people for themselves, with the administrator and the convener together. */
  byContact: z.boolean(),
  askedAt: z.iso.datetime(),
  announcedAt: z.iso.datetime().nullable(),
  effectiveAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  /** For its own people, and for those who agree from outside. */
  about: z
    .object({
      nominee: z.string().nullable(),
      authorizedBy: bilingualOrNull,
      instrument: bilingualOrNull,
      instrumentDate: z.iso.date(),
      agreed: z.object({ administrator: z.boolean(), convener: z.boolean() }),
    })
    .nullable(),
  viewer: z.object({ self: z.boolean(), mayAgree: z.boolean(), mayObject: z.boolean(), mayWithdraw: z.boolean() }),
});
export type Recovery = z.output<typeof recovery>;

/** Whether an organization can be signed for, as the network may know it; more for its own people. */
export const recoveryState = z.object({
  organization: organizationName,
  /** Fewer sign for it than its rule needs. */
  missing: z.boolean(),
  /** How many its rule needs. */
  needed: z.number().int(),
  /** The one that is open, and those that ended, the latest first. */
  current: recovery.nullable(),
  past: z.array(recovery),
  /** For its own people: who can begin one. */
  contact: z.object({ name: z.string().nullable(), self: z.boolean() }).nullable(),
  viewer: z.object({
    own: z.boolean(),
    /** As its contact for any of its people, or as one of them for themselves. */
    mayBegin: z.enum(["contact", "candidate"]).nullable(),
    /** Whom the contact can name. */
    nominees: z.array(z.object({ id: z.uuid(), name: z.string().nullable() })).nullable(),
    commitNow: z.boolean(),
  }),
});
export type RecoveryState = z.output<typeof recoveryState>;

export const recoveryInput = z.strictObject({ slug });
export const beginRecoveryInput = grantInput.pick({
  slug: true,
  person: true,
  authorizedBy: true,
  instrument: true,
  instrumentDate: true,
});
export type BeginRecoveryInput = z.output<typeof beginRecoveryInput>;
export const recoveryKey = z.strictObject({ slug, id: z.uuid() });
export type RecoveryKey = z.output<typeof recoveryKey>;
