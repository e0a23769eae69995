import { z } from "zod";
import { organizationName } from "@/lib/organizations/schema";
import { email } from "@/lib/platform/text/email-address";
import { slug } from "@/lib/platform/text/schema";
import { dateAnswers } from "./constants";
import { givenAnswers, offeredDate, poll } from "./schema.dates";

export const sendLinkInput = z
  .strictObject({
    id: slug,
    organization: slug.optional(),
    office: slug.optional(),
    /** Where it goes; to the address of the office where none is given. */
    address: email.optional(),
    language: z.enum(["en", "fr"]).default("en"),
  })
  .refine((it) => Boolean(it.organization) !== Boolean(it.office), { message: "oneInvitee", path: ["organization"] })
  .refine((it) => it.office || it.address, { message: "required", path: ["address"] });
export type SendLinkInput = z.output<typeof sendLinkInput>;
export const sentDateLink = z.object({ id: z.uuid(), expiresAt: z.iso.datetime() });

export const revokeLinkInput = z.strictObject({ id: slug, link: z.uuid() });
export const revokedLink = z.object({ revoked: z.literal(true) });

export const remindInput = z.strictObject({ id: slug });
/** How many organizations and offices are reminded: those that have not answered, and can be mailed. */
export const reminded = z.object({ waiting: z.number().int() });

/** Anything but a token of ours is a link that opens nothing, and is answered as one. */
const token = z.string().max(200);
export const datePollInput = z.strictObject({ token });
export const datePollAnswerInput = z.strictObject({ token, ...givenAnswers });
export type DatePollAnswerInput = z.output<typeof datePollAnswerInput>;

/** What a link shows: the dates, the own answer and counts. Who was asked, and on what they meet, is for people with an account. */
export const datePoll = z.object({
  host: organizationName,
  /** Who is asked by this link. */
  invitee: z.object({ en: z.string(), fr: z.string() }),
  state: z.enum(["open", "closed", "chosen"]),
  /** On whose clock the last moment for answers stands. */
  zone: poll.shape.zone,
  minutes: z.number().int(),
  closes: poll.shape.closes,
  dates: z.array(offeredDate.omit({ best: true, quorumReached: true })),
  own: z.object({
    answers: z.record(z.uuid(), z.enum(dateAnswers).nullable()),
    noneWorks: z.boolean(),
    note: z.string().nullable(),
    version: z.number().int().nullable(),
  }),
});
export type DatePoll = z.output<typeof datePoll>;
