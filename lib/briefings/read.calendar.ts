import "server-only";
import { type CalendarEvent, writeCalendar } from "@/lib/platform/calendar/calendar";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import type { Locale } from "@/lib/platform/i18n/routing";
import { type Translator, translatorIn } from "@/lib/platform/i18n/translator";
import { readClock } from "@/lib/platform/time/clock";
import type { Viewer } from "@/lib/viewer/schema";
import type { AttributionRule } from "./constants";
import { concerningBy, readableBy } from "./policy";
import { writtenUnder } from "./rules.attribution";
import { type Entry, entriesOf } from "./rules.calendar";

export const datedSelect = {
  id: true,
  slug: true,
  state: true,
  attribution: true,
  sequence: true,
  stampedAt: true,
  zone: true,
  wallStart: true,
  startsAt: true,
  endsAt: true,
  options: {
    orderBy: { number: "asc" },
    select: {
      ...{ id: true, sequence: true, stampedAt: true, allDay: true, wallStart: true, wallEnd: true, zone: true },
      ...{ startsAt: true, endsAt: true, withdrawnAt: true, chosenAt: true },
    },
  },
} satisfies Prisma.BriefingSelect;
export type DatedRow = Prisma.BriefingGetPayload<{ select: typeof datedSelect }>;

/** The id of an entry as calendars know it, the same for ever. */
export const uidOf = (entryId: string) => `${entryId}@${new URL(env().origin).hostname}`;

type Titled = Pick<DatedRow, "slug" | "attribution">;

/** What is written of it, as the two questions that the page asks, each with its answer: whoever comes knows the rule. */
export function describeRule(rule: AttributionRule, t: Translator): string {
  const { whoSaidIt, whoWasThere } = writtenUnder(rule);
  const answer = (yes: boolean) => t(yes ? "briefings.page.yes" : "briefings.page.no");
  return [
    `${t("briefings.page.whoSpoke")} ${answer(whoSaidIt)}`,
    `${t("briefings.page.whoCame")} ${answer(whoWasThere)}`,
  ].join("\n");
}

/** What a meeting is called where others may read along: what it is about, where and with whom stands behind the link. */
export function toEvent(entry: Entry, row: Titled, t: Translator, locale: Locale): CalendarEvent {
  const { id, possible, ...facts } = entry;
  const url = `${env().origin}/${locale}/briefings/${row.slug}`;
  const about = t(possible ? "calendar.event.aboutPossible" : "calendar.event.about", { link: url });
  return {
    ...facts,
    uid: uidOf(id),
    summary: t(possible ? "calendar.event.possible" : "calendar.event.title"),
    description: `${about}\n\n${describeRule(row.attribution, t)}`,
    url,
  };
}

const eventsOf = (row: DatedRow, t: Translator, locale: Locale) =>
  entriesOf(row, row.options).map((it) => toEvent(it, row, t, locale));

/** One meeting as a file, to be put into a calendar by hand. */
export async function writeMeeting(viewer: Viewer, slug: string, language: Locale): Promise<string> {
  const [t, row] = await Promise.all([
    translatorIn(language),
    db.briefing.findFirst({ where: { AND: [readableBy(viewer), { slug }] }, select: datedSelect }),
  ]);
  if (!row) throw new Refusal("NOT_FOUND", "noSuchBriefing");
  return writeCalendar({ method: "PUBLISH", language, events: eventsOf(row, t, language) });
}

/** Days for which what is over stays in a calendar, and how many meetings it has at most. */
const bounds = { days: 90, most: 300 };

/** Somebody's own calendar: the meetings that their organizations host or are asked to, and the dates held for them. */
export async function writeFeed(viewer: Viewer): Promise<string> {
  const language = viewer.language === "fr" ? "fr" : "en";
  const since = new Date((await readClock(db)).getTime() - bounds.days * 86_400_000);
  const recent = { OR: [{ endsAt: { gt: since } }, { options: { some: { endsAt: { gt: since } } } }] };
  const [t, rows] = await Promise.all([
    translatorIn(language),
    db.briefing.findMany({
      where: { AND: [readableBy(viewer), concerningBy(viewer), recent] },
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
      take: bounds.most,
      select: datedSelect,
    }),
  ]);
  const events = rows.reverse().flatMap((row) => eventsOf(row, t, language));
  return writeCalendar({ method: "PUBLISH", name: t("calendar.feedName"), language, events });
}
