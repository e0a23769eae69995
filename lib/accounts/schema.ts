import { z } from "zod";
import { listOf, pageQuery } from "@/lib/platform/http/pagination";
import { longestNext } from "@/lib/platform/i18n/sign-in-href";
import { email } from "@/lib/platform/text/email-address";
import { line } from "@/lib/platform/text/schema";
import { foldTimeZone, isTimeZone } from "@/lib/platform/time/zone";
import { hourStyles, maxTokenDays, tokenScopes } from "./constants";

const moment = z.iso.datetime();

export const linkInput = z.strictObject({
  email,
  language: z.enum(["en", "fr"]),
  /** The page to go to after signing in. */
  next: z.string().max(longestNext).optional(),
});
export type LinkInput = z.output<typeof linkInput>;

/** The same for every address, so that it tells nobody who has an account. */
export const linkAnswer = z.object({ accepted: z.literal(true) });

export type TokenScope = (typeof tokenScopes)[number];

export const tokenStates = ["live", "expired", "revoked"] as const;
export type TokenState = (typeof tokenStates)[number];

const powers = ["draft", "sign_off", "endorse", "sign_publicly"] as const;
const bilingual = z.object({ en: z.string(), fr: z.string() });

export const me = z.object({
  person: z.object({
    id: z.uuid(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    language: z.string(),
    timeZone: z.string(),
    /** Clock style: 17:00 or 5:00 p.m. */
    hours: z.enum(hourStyles),
    administrator: z.boolean(),
    guest: z.boolean(),
  }),
  organizations: z.array(
    z.object({
      slug: z.string(),
      code: z.string(),
      name: bilingual,
      status: z.enum(["applied", "member", "observer", "suspended", "left", "refused"]),
      /** This person exercises the convener's term for it. */
      convener: z.boolean(),
    }),
  ),
  mandates: z.array(
    z.object({
      id: z.uuid(),
      organization: z.string(),
      organizationName: bilingual,
      powers: z.array(z.enum(powers)),
      /** Null means every theme. */
      themes: z.array(z.object({ slug: z.string(), title: bilingual })).nullable(),
      authorizedBy: z.string(),
      instrument: z.string(),
      instrumentDate: z.iso.date(),
      expiresAt: moment.nullable(),
      /** By this person themselves, as only an organization of one may. */
      selfAuthorized: z.boolean(),
    }),
  ),
  access: z.object({
    by: z.enum(["session", "token"]),
    scope: z.enum(tokenScopes).nullable(),
    expiresAt: moment,
    /** When this session began; null for a token. */
    beganAt: moment.nullable(),
    /** When its person last proved who they are. */
    signedInAt: moment.nullable(),
  }),
  /** Organizations for which each power can be used, on at least one theme, by this session or token. */
  may: z.object({
    draft: z.array(z.string()),
    signOff: z.array(z.string()),
    endorse: z.array(z.string()),
    signPublicly: z.array(z.string()),
    /** Whether a commitment can be made right now, without signing in again. */
    commitNow: z.boolean(),
    makeTokens: z.boolean(),
    administer: z.boolean(),
  }),
});
export type Me = z.output<typeof me>;

/** The profile that people edit themselves. A field that is left out stays as it is. */
export const profileInput = z.strictObject({
  name: line(120).min(1).optional(),
  language: z.enum(["en", "fr"]).optional(),
  timeZone: z.string().max(60).refine(isTimeZone, "notATimeZone").transform(foldTimeZone).optional(),
  hours: z.enum(hourStyles).optional(),
});
export type ProfileInput = z.output<typeof profileInput>;

/** A signed-in browser, as far as we know it: by its times. */
export const session = z.object({
  id: z.uuid(),
  signedInAt: moment,
  /** At most five minutes late. */
  lastSeenAt: moment,
  expiresAt: moment,
  /** The one that asks. */
  current: z.boolean(),
});
export type Session = z.output<typeof session>;
export const sessionList = listOf(session);

export const endSessionInput = z.strictObject({ id: z.uuid() });
export const endedSessions = z.object({ ended: z.number().int() });

export const token = z.object({
  id: z.uuid(),
  name: z.string(),
  scope: z.enum(tokenScopes),
  state: z.enum(tokenStates),
  createdAt: moment,
  expiresAt: moment,
  lastUsedAt: moment.nullable(),
});
export type Token = z.output<typeof token>;
export const tokenList = listOf(token);

/** The only answer that contains the token itself. */
export const createdToken = token.extend({ token: z.string() });

export const tokenInput = z.strictObject({
  name: line(80).min(1),
  scope: z.enum(tokenScopes),
  /** For `read` and `draft`; a token that commits has its own short life. */
  days: z.number().int().min(1).max(maxTokenDays).default(30),
});
export type TokenInput = z.output<typeof tokenInput>;

export const revokeTokenInput = z.strictObject({ id: z.uuid() });
export const listInput = z.strictObject(pageQuery);
export type ListInput = z.output<typeof listInput>;

export const demonstrationRoles = [
  "representative",
  "signatory",
  "convener",
  "rapporteur",
  "guest",
  "administrator",
] as const;
export type DemonstrationRole = (typeof demonstrationRoles)[number];

export const demonstrationPerson = z.object({
  email: z.string(),
  name: z.string(),
  part: z.enum(demonstrationRoles),
  organization: z.object({ slug: z.string(), code: z.string(), name: bilingual }).nullable(),
});
export type DemonstrationPerson = z.output<typeof demonstrationPerson>;
export const demonstrationList = listOf(demonstrationPerson);

const mail = z.object({
  at: moment,
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  messageId: z.string(),
  /** What a calendar program would do with it, and the calendar itself. */
  calendar: z.object({ method: z.enum(["REQUEST", "CANCEL"]), content: z.string() }).optional(),
});
export const mailList = listOf(mail);
