import { z } from "zod";
import { closingKinds } from "@/lib/network/constants";
import { organizationName } from "@/lib/organizations/schema";
import { bilingualText, prose, slug } from "@/lib/platform/text/schema";
import { foldTimeZone, isTimeZone } from "@/lib/platform/time/zone";
import { dateAnswers, doubledHours, lengthBounds, maxOptions, noteCharacters } from "./constants";

const pair = z.object({ en: z.string(), fr: z.string() });
const exists = (wall: string) => {
  const at = Date.parse(wall.includes("T") ? `${wall}Z` : wall);
  // 30 February would be read as 2 March.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(wall);
};
/** What a clock shows: `2027-03-09T10:00`. */
export const wallTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
  .refine(exists, "notATime");
const dayOrTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/)
  .refine(exists, "notATime");
const hour = z
  .string()
  .regex(/^\d{2}:\d{2}$/)
  .refine((it) => it < "24:00" && it.slice(3) < "60", "notATime");
const zone = z.string().max(60).refine(isTimeZone, "notATimeZone").transform(foldTimeZone);
const doubledHour = z.enum(doubledHours);
const reason = bilingualText(1000);
const note = bilingualText(300);

/** Times on the clock of a zone, or whole days, the last of them included. */
const dateWalls = z
  .strictObject({
    zone,
    allDay: z.boolean().default(false),
    wallStart: dayOrTime,
    wallEnd: dayOrTime,
    doubledHour: doubledHour.optional(),
    note: note.default({}),
  })
  .refine((it) => it.wallStart.includes("T") !== it.allDay, { message: "notATime", path: ["wallStart"] })
  .refine((it) => it.wallEnd.includes("T") !== it.allDay, { message: "notATime", path: ["wallEnd"] });

const longestPattern = 400 * 86_400_000;
const pattern = z
  .strictObject({
    zone,
    /** Monday is 1, Sunday 7. */
    weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
    firstOn: z.iso.date(),
    lastOn: z.iso.date(),
    allDay: z.boolean().default(false),
    from: hour.default("09:00"),
    until: hour.default("17:00"),
    minutes: z.number().int().min(lengthBounds.least).max(lengthBounds.most).optional(),
    doubledHour: doubledHour.optional(),
  })
  .refine((it) => it.firstOn <= it.lastOn, { message: "endsBeforeItBegins", path: ["lastOn"] })
  .refine((it) => Date.parse(it.lastOn) - Date.parse(it.firstOn) < longestPattern, {
    message: "tooFar",
    path: ["lastOn"],
  });

export const pollInput = z.strictObject({ id: slug });
/** One date, or those of a pattern. */
export const offerInput = z
  .strictObject({ id: slug, date: dateWalls.optional(), pattern: pattern.optional() })
  .refine((it) => Boolean(it.date) !== Boolean(it.pattern), { message: "dateOrPattern", path: ["date"] });
export type OfferInput = z.output<typeof offerInput>;
export const offered = z.object({ offered: z.number().int() });

export const changeDateInput = z
  .strictObject({
    id: slug,
    option: z.uuid(),
    date: dateWalls.optional(),
    /** Offered no more. */
    withdrawn: z.literal(true).optional(),
  })
  .refine((it) => Boolean(it.date) !== Boolean(it.withdrawn), { message: "dateOrWithdrawn", path: ["date"] });
export type ChangeDateInput = z.output<typeof changeDateInput>;
export const changedDate = z.object({ revision: z.number().int() });

export const zoneInput = z.strictObject({
  id: slug,
  from: zone,
  to: zone,
  doubledHour: doubledHour.optional(),
  /** Those who have answered are asked again, which the caller has seen. */
  evenSo: z.boolean().default(false),
});
export type ZoneInput = z.output<typeof zoneInput>;
export const correctedZone = z.object({ dates: z.number().int(), askedAgain: z.number().int() });

export const askInput = z.strictObject({
  id: slug,
  /** Until when answers are asked for, on the clock of the meeting; the first time where it shows that hour twice. */
  closes: wallTime.optional(),
  /** Why it is asked again after a date was chosen. */
  reason: reason.optional(),
});
export type AskInput = z.output<typeof askInput>;
export const openedPoll = z.object({ state: z.literal("polling") });

export const chooseInput = z.strictObject({
  id: slug,
  option: z.uuid(),
  /** The one that was shown: nobody chooses a date that they did not see. */
  revision: z.number().int().min(1),
  /** The hour at which it begins, where a whole day is chosen. */
  begins: hour.optional(),
  doubledHour: doubledHour.optional(),
  /** Somebody said no to it, which the caller has seen. */
  evenSo: z.boolean().default(false),
});
export type ChooseInput = z.output<typeof chooseInput>;
export const chosen = z.object({ wallStart: z.string(), zone: z.string(), startsAt: z.iso.datetime() });

const answer = z.enum(dateAnswers);
export const givenAnswers = {
  /** Each with the revision that was shown. Dates that are left out are not answered. */
  answers: z.array(z.strictObject({ option: z.uuid(), revision: z.number().int().min(1), answer })).max(maxOptions),
  noneWorks: z.boolean().default(false),
  /** For the host alone. */
  note: prose(noteCharacters).optional(),
};
const source = bilingualText(200);
export const answerInput = z.strictObject({
  id: slug,
  organization: slug,
  ...givenAnswers,
  /** Where the host has it from, when it enters the answer of another: "by telephone, 3 March". */
  source: source.optional(),
});
export type AnswerInput = z.output<typeof answerInput>;
export const officeAnswerInput = answerInput.omit({ organization: true }).extend({ office: slug });
export type OfficeAnswerInput = z.output<typeof officeAnswerInput>;
export const answered = z.object({ version: z.number().int() });

const tally = z.object({
  yes: z.number().int(),
  ifNeedBe: z.number().int(),
  no: z.number().int(),
  unanswered: z.number().int(),
});

export const offeredDate = z.object({
  id: z.uuid(),
  revision: z.number().int(),
  allDay: z.boolean(),
  wallStart: z.string(),
  wallEnd: z.string(),
  zone: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  note: pair,
  /** The same on other clocks, as the server reads them: the reader's own, and the network's. */
  elsewhere: z.array(z.object({ zone: z.string(), own: z.boolean(), wallStart: z.string(), wallEnd: z.string() })),
  /** Clocks of its zone are turned in the week before; `own` says whether the reader's are too. */
  clockTurn: z.object({ on: z.iso.date(), own: z.boolean() }).nullable(),
  closings: z.array(z.object({ kind: z.enum(["quebec", ...closingKinds]), name: pair })),
  tally,
  best: z.boolean(),
  quorumReached: z.boolean(),
  chosen: z.boolean(),
});
export type OfferedDate = z.output<typeof offeredDate>;

/** What was said, by the date's id. */
const answersByDate = z.record(z.uuid(), answer.nullable());

const sentLink = z.object({
  id: z.uuid(),
  address: z.string(),
  sentAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});

const row = z.object({
  answers: answersByDate,
  /** Every date that stands is answered. */
  complete: z.boolean(),
  noneWorks: z.boolean(),
  /** Null where there is no answer yet. */
  version: z.number().int().nullable(),
  /** Where the host has it from, where it entered it. */
  source: pair.nullable(),
  enteredByHost: z.boolean(),
  /** For the host, and for those whose answer it is. */
  note: z.string().nullable(),
  /** Links that open, for the host. */
  links: z.array(sentLink).nullable(),
});

export const poll = z.object({
  id: slug,
  title: pair,
  kind: z.enum(["civil_society", "government"]),
  state: z.enum(["planned", "polling", "scheduled", "cancelled", "published"]),
  host: organizationName,
  zone: z.string(),
  minutes: z.number().int(),
  quorum: z.number().int().nullable(),
  closes: z
    .object({ wall: z.string(), at: z.iso.datetime(), own: z.string().nullable(), over: z.boolean() })
    .nullable(),
  dates: z.array(offeredDate),
  organizations: z.array(row.extend({ organization: organizationName })),
  offices: z.array(row.extend({ office: z.object({ slug, title: pair }) })),
  /** Why it was asked again, where it was. */
  reopened: pair.nullable(),
  viewer: z.object({
    zone: z.string(),
    mayHost: z.boolean(),
    /** The organizations that are asked and for which this viewer answers now. */
    answersFor: z.array(slug),
  }),
});
export type Poll = z.output<typeof poll>;
export type PollRow = z.output<typeof row>;
