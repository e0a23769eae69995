import "server-only";
import { writeCalendar } from "@/lib/platform/calendar/calendar";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import type { HourStyle } from "@/lib/platform/generated/prisma/enums";
import type { Locale } from "@/lib/platform/i18n/routing";
import { type Translator, translatorIn } from "@/lib/platform/i18n/translator";
import type { MailCalendar } from "@/lib/platform/mail/delivery";
import { formatDay } from "@/lib/platform/time/format-day";
import { formatHour } from "@/lib/platform/time/format-hour";
import { wallAt } from "@/lib/platform/time/offset-at";
import { formatZone } from "@/lib/platform/time/zone-label";
import { type DatedRow, describeRule, toEvent } from "./read.calendar";
import { cancellationOf, type Entry, meetingEntry } from "./rules.calendar";
import type { Occasion } from "./rules.invitations";

/** Somebody who is mailed: a person in their language and on their clock, or an office, in both languages. */
export type Recipient = { address: string; languages: readonly Locale[]; timeZone: string | null; hours: HourStyle };

export async function findRecipient(id: string): Promise<Recipient | null> {
  const [person, invitee] = await Promise.all([
    db.person.findUnique({ where: { id }, select: { email: true, language: true, timeZone: true, hours: true } }),
    db.briefingInvitee.findUnique({ where: { id }, select: { office: { select: { contactAddress: true } } } }),
  ]);
  if (person) {
    const { email, language, timeZone, hours } = person;
    return { address: email, languages: [language === "fr" ? "fr" : "en"], timeZone, hours };
  }
  const address = invitee?.office?.contactAddress;
  return address ? { address, languages: ["en", "fr"], timeZone: null, hours: "h24" } : null;
}

type Reader = { language: Locale; hours: HourStyle; t: Translator };

function formatWhen(at: Date, zone: string, { language, hours, t }: Reader) {
  const wall = wallAt(zone, at);
  const day = formatDay(wall.slice(0, 10), language);
  return t("calendar.mail.when", {
    day,
    time: formatHour(wall.slice(11, 16), language, hours),
    zone: formatZone(zone, at),
  });
}

type Invitation = { row: DatedRow; entryId: string | null; occasion: Occasion | "cancelled"; recipient: Recipient };

const findEntry = ({ row, entryId, occasion }: Invitation): Entry | null =>
  occasion === "cancelled" && entryId ? cancellationOf(row, row.options, entryId) : meetingEntry(row, row.options);

function toParagraphs({ row, occasion, recipient }: Invitation, entry: Entry, t: Translator, language: Locale): string {
  const { origin } = env();
  const { starts, zone } = momentOf(entry);
  const office = recipient.timeZone === null;
  const reader = { language, hours: recipient.hours, t };
  const when = formatWhen(starts, zone, reader);
  const elsewhere = recipient.timeZone !== null && wallAt(recipient.timeZone, starts) !== wallAt(zone, starts);
  const own = elsewhere ? formatWhen(starts, recipient.timeZone ?? zone, reader) : "";
  const link = `${origin}/${language}/briefings/${row.slug}`;
  const lines = [
    t(`calendar.mail.${occasion}.text`, { when }),
    ...(own && occasion !== "cancelled" ? [t("calendar.mail.own", { when: own })] : []),
    t(office ? "calendar.mail.office" : "calendar.mail.behind", { link }),
    t("calendar.mail.foot", { origin }),
  ];
  return lines.join("\n\n");
}

/** When an entry begins, and on whose clock; a day begins as days do at home. */
const momentOf = ({ time }: Entry) =>
  "starts" in time ? time : { starts: new Date(`${time.firstDay}T00:00Z`), zone: "UTC" };

/** The mail and the calendar in it, or nothing where no calendar can hold it any more. An office is written to in both languages, since nobody knows who reads there. */
export async function writeInvitation(invitation: Invitation) {
  const { row, occasion, recipient } = invitation;
  const both = await Promise.all(recipient.languages.map(async (it) => [it, await translatorIn(it)] as const));
  const [first] = both;
  const entry = findEntry(invitation);
  if (!first || !entry) return null;
  const [language, t] = first;
  const office = recipient.timeZone === null;
  const { url, description, ...event } = toEvent(entry, row, t, language);
  const guest = { name: recipient.address, address: recipient.address };
  const method: MailCalendar["method"] = occasion === "cancelled" ? "CANCEL" : "REQUEST";
  const content = writeCalendar({
    ...{ method, language },
    events: [
      {
        ...event,
        summary: both.map(([, each]) => each("calendar.event.title")).join(" / "),
        // An office has no account that the link would open; the rule holds for it as well.
        ...(office
          ? { description: both.map(([, each]) => describeRule(row.attribution, each)).join("\n\n") }
          : { ...(url && { url }), ...(description && { description }) }),
        organizer: readSender(),
        attendees: [guest],
      },
    ],
  });
  return {
    to: recipient.address,
    subject: both.map(([, each]) => each(`calendar.mail.${occasion}.subject`)).join(" / "),
    text: both.map(([locale, each]) => toParagraphs(invitation, entry, each, locale)).join("\n\n* * *\n\n"),
    calendar: { method, content },
  };
}

/** Who asks, as calendars name them: the sender of our mails. */
function readSender() {
  const { mailFrom } = env();
  const opens = mailFrom.lastIndexOf("<");
  if (opens < 0) return { name: mailFrom, address: mailFrom };
  const address = mailFrom.slice(opens + 1, mailFrom.lastIndexOf(">")).trim();
  const name = mailFrom.slice(0, opens).replaceAll('"', "").trim();
  return { name: name || address, address };
}
