import { z } from "zod";
import { officeName } from "@/lib/offices/schema";
import { organizationName } from "@/lib/organizations/schema";
import { bilingualText, slug } from "@/lib/platform/text/schema";
import { foldTimeZone, isTimeZone } from "@/lib/platform/time/zone";
import { lengthBounds, sideParts } from "./constants";
import { attendance } from "./schema.attendance";

const wallTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
  .refine(isOnCalendar, "invalid");

/** 30 February would be read as 2 March. */
function isOnCalendar(wall: string) {
  const at = Date.parse(`${wall}Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(wall);
}

export const briefingKey = z.strictObject({ id: slug });

export const moveInput = z.strictObject({
  id: slug,
  /** When it begins, on the clock of its zone: `2027-03-09T10:00`. */
  wallStart: wallTime,
  /** That of the meeting when silent. */
  zone: z.string().max(60).refine(isTimeZone, "notATimeZone").transform(foldTimeZone).optional(),
  /** That of the meeting when silent. */
  minutes: z.number().int().min(lengthBounds.least).max(lengthBounds.most).optional(),
  /** Which of the two, where the clock is put back and shows that hour twice. */
  doubledHour: z.enum(["first", "second"]).optional(),
});
export type MoveInput = z.output<typeof moveInput>;

const inALanguage = (given: { en?: string | undefined; fr?: string | undefined }) => Boolean(given.en || given.fr);

export const cancellationInput = z.strictObject({
  id: slug,
  /** Why, in one language or both; it stands on the page and in no mail. */
  reason: bilingualText(600).refine(inALanguage, "reasonMissing"),
});
export type CancellationInput = z.output<typeof cancellationInput>;

export const clockChange = z.object({
  kind: z.enum(["meeting", "option", "answers_close"]),
  /** The wall time that stays, and whose clock that is. */
  wall: z.string(),
  zone: z.string(),
  /** The instant that it meant, and the one that it means now. */
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  fromVersion: z.string(),
  toVersion: z.string(),
  foundAt: z.iso.datetime(),
  toldAt: z.iso.datetime().nullable(),
});
export type ClockChange = z.output<typeof clockChange>;

/** When a meeting is, and what a reader can do about that. */
export const briefingCalendar = z.object({
  /** The value for If-Match. */
  version: z.int(),
  minutes: z.int(),
  /** What goes with it and stays where it is, whatever becomes of this one. */
  staying: z.array(z.enum(sideParts)),
  /** The offices that no mail reaches, since no address of theirs is known; null for whoever does not host it. */
  unreached: z.array(officeName).nullable(),
  state: z.enum(["planned", "polling", "scheduled", "cancelled", "published"]),
  wallStart: z.string().nullable(),
  zone: z.string(),
  startsAt: z.iso.datetime().nullable(),
  endsAt: z.iso.datetime().nullable(),
  /** Why it was cancelled. */
  cancelled: z.object({ en: z.string(), fr: z.string() }).nullable(),
  /** The reader's organizations that are asked, each with what it said; nobody else's. */
  attendance: z.array(z.object({ organization: organizationName, answer: attendance.nullable() })),
  /** What the clocks did to it; null for whoever does not host it. */
  clockChanges: z.array(clockChange).nullable(),
  viewer: z.object({ mayHost: z.boolean(), mayAnswer: z.boolean(), mayMove: z.boolean() }),
});
export type BriefingCalendar = z.output<typeof briefingCalendar>;

export const announcedClock = z.object({ announced: z.literal(true) });

export const calendarFile = z.file().mime(["text/calendar; charset=utf-8"]);
export const feedFileInput = z.strictObject({ file: z.string().max(100) });

/** Whether there is a link to one's own calendar, and since when; the link itself is told once. */
export const ownFeed = z.object({ since: z.iso.datetime().nullable() });
export const newFeed = z.object({ since: z.iso.datetime(), address: z.url() });
