import { getLocale, getTranslations } from "next-intl/server";
import { listTimeZoneOptions } from "@/components/forms/time-zone-options";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { FileLink } from "@/components/ui/csv-link";
import { getTimeOfDay } from "@/components/ui/get-time-of-day";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { TimeZoneNote } from "@/components/ui/time-zone-note";
import { orNotFound } from "@/lib/api/or-not-found";
import { api, getViewer } from "@/lib/api/server";
import type { BriefingCalendar } from "@/lib/briefings/schema.calendar";
import { networkTimeZone } from "@/lib/platform/i18n/network-time-zone";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import { AttendanceForm } from "./attendance-form";
import { ClockChanges } from "./clock-changes";
import { whenOf } from "./format-when";
import { MoveOrCancel } from "./move-or-cancel";

/** When a meeting is, how it comes into a calendar, whether one's organization comes, and for its host what can be changed. */
export async function CalendarSection({ slug }: { slug: string }) {
  const [t, calendar] = await Promise.all([
    getTranslations("calendar.section"),
    orNotFound(api.briefings.calendar.get({ id: slug })),
  ]);
  const { attendance, clockChanges, unreached, viewer } = calendar;
  const [locale, reader, zones] = await Promise.all([
    getLocale(),
    getViewer(),
    viewer.mayMove ? listTimeZoneOptions(calendar.zone) : [],
  ]);
  const calls = calendar.state !== "cancelled" && calendar.state !== "published";
  return (
    <ProvideMessages of={["calendar.attendance", "calendar.move", "calendar.cancel", "calendar.clocks"]}>
      <Section title={t("title")} id="calendar">
        <div className="grid gap-3 pt-3">
          <When calendar={calendar} />
          <p className="no-print flex flex-wrap gap-x-6 gap-y-1">
            <FileLink href={`/api/v1/briefings/${slug}/calendar.ics`} label={t("file")} />
            <Link href="/account/calendar">{t("feed")}</Link>
            {viewer.mayHost && <Link href={`/briefings/${slug}/attendance`}>{t("attendance")}</Link>}
          </p>
        </div>
        {calls && unreached && unreached.length > 0 && (
          <p className="notice notice-amber no-print mt-4 max-w-[72ch]">
            {t("unreached", { offices: unreached.map(({ title }) => title[locale]).join("; ") })}
          </p>
        )}
        {viewer.mayAnswer &&
          attendance.map(({ organization, answer }) => (
            <AttendanceForm
              key={organization.slug}
              slug={slug}
              organization={organization}
              said={answer}
              writer={reader.personId ?? ""}
            />
          ))}
        {clockChanges && clockChanges.length > 0 && <ClockChanges slug={slug} changes={clockChanges} />}
        {viewer.mayMove && calendar.wallStart && (
          <div className="mt-4">
            <MoveOrCancel slug={slug} calendar={{ ...calendar, wallStart: calendar.wallStart }} zones={zones} />
          </div>
        )}
      </Section>
    </ProvideMessages>
  );
}

async function When({ calendar }: { calendar: BriefingCalendar }) {
  const [t, locale, timeOfDay, viewer] = await Promise.all([
    getTranslations("calendar.section"),
    getLocale(),
    getTimeOfDay(),
    getViewer(),
  ]);
  const { startsAt, zone, state, cancelled } = calendar;
  const at = startsAt ? new Date(startsAt) : null;
  const reason = cancelled && pickLanguage(cancelled, locale);
  const own = viewer.timeZone ?? networkTimeZone();
  return (
    <>
      {at && <p>{t(state === "published" ? "past" : "when", whenOf(at, zone, locale, timeOfDay))}</p>}
      {at && state === "scheduled" && own !== zone && <TimeZoneNote at={at} zone={own} />}
      {!at && state !== "cancelled" && <p>{t("none")}</p>}
      {state === "cancelled" && (
        <p>
          {t("cancelled")} {reason && <span lang={reason.lang}>{t("reason", { reason: reason.text })}</span>}
        </p>
      )}
    </>
  );
}
