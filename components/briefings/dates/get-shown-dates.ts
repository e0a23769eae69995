import { getLocale, getTranslations } from "next-intl/server";
import { longDay } from "@/components/ui/format-moment";
import { getTimeOfDay } from "@/components/ui/get-time-of-day";
import type { OfferedDate } from "@/lib/briefings/schema.dates";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import { dateFormat } from "@/lib/platform/time/date-format";
import { cityOf } from "@/lib/platform/time/zone-label";
import type { ShownDate } from "./shown-date";

/** What a clock shows, as a moment whose UTC digits are those of that clock. */
const read = (wall: string) => new Date(wall.includes("T") ? `${wall}Z` : `${wall}T00:00Z`);

/** Formats days and hours that stand on some clock already: nothing is converted here. */
export async function getWallFormats() {
  const [locale, timeOfDay] = await Promise.all([getLocale(), getTimeOfDay()]);
  const weekday = (wall: string, weekday: "short" | "long") => {
    const word = dateFormat(locale === "fr" ? "fr-CA" : "en-CA", { weekday }).format(read(wall));
    return locale === "fr" ? word : word.replace(".", "");
  };
  const day = (wall: string) => longDay(read(wall), locale, "UTC");
  const hour = (wall: string) => timeOfDay(read(wall), "UTC");
  return { day, hour, short: (wall: string) => `${weekday(wall, "short")} ${day(wall)}`, weekday };
}

const sameDay = (a: string, b: string) => a.slice(0, 10) === b.slice(0, 10);

/** The dates in the reader's words. */
export async function getShownDates(dates: readonly OfferedDate[]): Promise<ShownDate[]> {
  const [t, locale, words] = await Promise.all([getTranslations("briefingDates"), getLocale(), getWallFormats()]);
  const range = (from: string, until: string) => t("range", { from: words.hour(from), until: words.hour(until) });
  const elsewhere = (date: OfferedDate, own: boolean) => {
    const found = date.elsewhere.find((it) => it.own === own);
    if (!found) return null;
    const hours = range(found.wallStart, found.wallEnd);
    const time = sameDay(found.wallStart, date.wallStart) ? hours : `${words.short(found.wallStart)}, ${hours}`;
    return t("in", { time, city: cityOf(found.zone) });
  };
  return dates.map((date) => {
    const { id, revision, allDay, wallStart, wallEnd, zone, clockTurn, closings, note } = date;
    const several = allDay && wallStart !== wallEnd;
    const city = cityOf(zone);
    const day = several
      ? t("days", { first: words.short(wallStart), last: words.short(wallEnd) })
      : words.short(wallStart);
    const hours = allDay ? t("allDay") : range(wallStart, wallEnd);
    const turned = clockTurn && words.day(clockTurn.on);
    return {
      ...{ id, revision, day, hours, city, allDay },
      weekday: several ? day : `${words.weekday(wallStart, "long")} ${words.day(wallStart)}`,
      name: `${day}, ${hours}`,
      own: elsewhere(date, true),
      network: elsewhere(date, false),
      turn: turned ? t(clockTurn?.own ? "turnOn" : "turnOnOwnNot", { city, day: turned }) : null,
      closings: closings.map(({ kind, name }) => t(`closing.${kind}`, { name: name[locale] })),
      note: pickLanguage(note, locale)?.text ?? "",
      closed: closings.some((it) => it.kind !== "sitting"),
      best: date.best,
      chosen: date.chosen,
      quorumReached: date.quorumReached,
      tally: date.tally,
    };
  });
}
