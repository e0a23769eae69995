import { z } from "zod";
import { listOf, pageQuery } from "@/lib/platform/http/pagination";
import { slug } from "@/lib/platform/text/schema";

export const organizationStatuses = ["applied", "member", "observer", "suspended", "left", "refused"] as const;
export type OrganizationStatus = (typeof organizationStatuses)[number];
export const membershipDecisions = ["apply", "admit", "refuse", "suspend", "leave", "return"] as const;
export type MembershipDecision = (typeof membershipDecisions)[number];
export const powers = ["draft", "sign_off", "endorse", "sign_publicly"] as const;
/** With which a person commits the organization; to draft commits it to nothing. */
export const committingPowers = ["sign_off", "endorse", "sign_publicly"] as const;
export const signOffKinds = [
  "delegated",
  "board_resolution",
  "assembly",
  "joint",
  "vote",
  "consent",
  "opt_out",
  "silence",
] as const;

export type SignOffKind = (typeof signOffKinds)[number];

const bilingual = z.object({ en: z.string(), fr: z.string() });

/** An organization's name, for use in other answers. */
export const organizationName = z.object({ slug: z.string(), code: z.string(), name: bilingual, short: bilingual });
export type OrganizationName = z.output<typeof organizationName>;

/** A mandate in force, as its own organization reads it. */
const mandate = z.object({
  /** Null once the person's row is gone, or when they gave no name. */
  person: z.string().nullable(),
  powers: z.array(z.enum(powers)),
  /** Slugs of themes; null means every theme. */
  themes: z.array(z.string()).nullable(),
  authorizedBy: z.string(),
  instrument: z.string(),
  instrumentDate: z.iso.date(),
  expiresAt: z.iso.datetime().nullable(),
  /** By the person themselves, as only an organization of one may. */
  selfAuthorized: z.boolean(),
});

export const organization = organizationName.extend({
  type: z.string(),
  province: z.string(),
  workingLanguage: z.string(),
  mandate: bilingual,
  /** How it decides at home; a signatory's act is always what creates a stance. */
  signOffRule: bilingual,
  signOffKind: z.enum(signOffKinds),
  signOffTypicalDays: z.number().int(),
  status: z.enum(organizationStatuses),
  listing: z.enum(["network", "public"]),
  fictional: z.boolean(),
  /** It holds the convener's term now. */
  convener: z.boolean(),
  viewer: z.object({ belongs: z.boolean() }),
});
export type Organization = z.output<typeof organization>;

/** One organization on its own page. Who may act for it is for its own people; null for everybody else. */
export const organizationDetail = organization.extend({
  website: z.string().nullable(),
  /** Who decides internally when those who usually do are away; empty where nothing was entered. */
  signOffAlternate: bilingual,
  /** When it would usually have decided, if it were asked today: its own rule, never a deadline. For the network. */
  wouldDecideBy: z.iso.date().nullable(),
  /** Increases with every change of the profile: the ETag. */
  version: z.number().int(),
  viewer: z.object({
    belongs: z.boolean(),
    mayChange: z.boolean(),
    mayListPublicly: z.boolean(),
    mayReadAdmission: z.boolean(),
    mayReadEarlierTexts: z.boolean(),
  }),
  mandates: z.array(mandate).nullable(),
});

export type OrganizationDetail = z.output<typeof organizationDetail>;

export const organizationList = listOf(organization);

export const organizationsInput = z.strictObject({
  ...pageQuery,
  /** Without it: those that are in the network now. */
  status: z.enum(organizationStatuses).optional(),
  q: z.string().max(100).optional(),
});
export type OrganizationsInput = z.output<typeof organizationsInput>;
export const organizationInput = z.strictObject({ slug });
