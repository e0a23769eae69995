import { z } from "zod";
import { listOf, pageQuery } from "@/lib/platform/http/pagination";
import { email } from "@/lib/platform/text/email-address";
import { slug } from "@/lib/platform/text/schema";
import { organizationName, powers } from "./schema";

export const audiences = ["organization", "network"] as const;
export type Audience = (typeof audiences)[number];

/** Somebody who acts for an organization, as they chose to be seen. */
export const actingPerson = z.object({
  /** For the organization's own people alone. */
  id: z.uuid().nullable(),
  /** Null while they gave none. */
  name: z.string().nullable(),
  organization: organizationName,
  /** For its own people: since when, their powers on at least one theme, and who else can see them. */
  since: z.iso.datetime().nullable(),
  powers: z.array(z.enum(powers)).nullable(),
  shownTo: z.enum(audiences).nullable(),
  viewer: z.object({ self: z.boolean(), mayRemove: z.boolean() }),
});
export type ActingPerson = z.output<typeof actingPerson>;

export const directory = listOf(actingPerson);
export const organizationPeople = listOf(actingPerson).extend({
  viewer: z.object({ belongs: z.boolean(), mayInvite: z.boolean(), commitNow: z.boolean() }),
});
export type OrganizationPeople = z.output<typeof organizationPeople>;

export const directoryInput = z.strictObject({ ...pageQuery, q: z.string().max(100).optional() });
export type DirectoryInput = z.output<typeof directoryInput>;
export const peopleInput = z.strictObject({ ...pageQuery, slug });
export type PeopleInput = z.output<typeof peopleInput>;

export const personOrInvitationKey = z.strictObject({ slug, id: z.uuid() });
export type PersonOrInvitationKey = z.output<typeof personOrInvitationKey>;
/** `withoutSuccessor`: whoever ends the last signatory's part was told what follows, and insists. */
export const endRepresentationInput = personOrInvitationKey.extend({ withoutSuccessor: z.literal(true).optional() });
export type EndRepresentationInput = z.output<typeof endRepresentationInput>;
export const audienceInput = z.strictObject({ slug, id: z.uuid(), shownTo: z.enum(audiences) });
export type AudienceInput = z.output<typeof audienceInput>;
export const endedRepresentation = z.object({ ended: z.literal(true), mandates: z.number().int() });
export const changedAudience = z.object({ shownTo: z.enum(audiences) });

/** How long an invitation can be accepted. */
export const invitationDays = 7;

export const invitationInput = z.strictObject({
  slug,
  email,
  /** What the mail is written in. */
  language: z.enum(["en", "fr"]).default("en"),
});
export type InvitationInput = z.output<typeof invitationInput>;

export const invitation = z.object({
  id: z.uuid(),
  email: z.string(),
  state: z.enum(["waiting", "expired"]),
  sentAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type Invitation = z.output<typeof invitation>;
export const invitationList = listOf(invitation);
export const revokedInvitation = z.object({ revoked: z.literal(true) });

// What does not look like a token answers as one that opens nothing.
export const invitationTokenInput = z.strictObject({ token: z.string().max(200) });

/** An invitation as whoever holds its link sees it. */
export const openedInvitation = z.object({
  organization: organizationName,
  /** Enough to know one's own address by, and no more. */
  addressedTo: z.string(),
  expiresAt: z.iso.datetime(),
  /** Whether it is for the one who is signed in here. */
  fits: z.enum(["nobodySignedIn", "you", "another"]),
});
export type OpenedInvitation = z.output<typeof openedInvitation>;

export const acceptedInvitation = z.object({
  organization: organizationName,
  /** A sign-in link is on its way to the invited address: an invitation by itself signs nobody in. */
  linkSent: z.boolean(),
});
