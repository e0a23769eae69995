import { useLocale, useTranslations } from "next-intl";
import { briefingHref, here } from "@/components/briefings/briefing-href";
import { useBriefingTitle } from "@/components/briefings/use-briefing-title";
import { useMeetingTime } from "@/components/briefings/use-meeting-time";
import { longDay } from "@/components/ui/format-moment";
import { CalendarClock } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { SideSection } from "@/components/ui/side";
import type { Home } from "@/lib/home/schema";
import { noonOf } from "@/lib/platform/time/noon-of";

/** When the network meets next, and which meetings should have been held already. */
export function NextBriefing({ briefings }: { briefings: Home["briefings"] }) {
  const t = useTranslations("briefings.home");
  const locale = useLocale();
  const titleOf = useBriefingTitle();
  const { inFull, zoneAt } = useMeetingTime();
  if (!briefings) return null;
  const { next, overdue, cadences } = briefings;
  return (
    <SideSection title={t("next")}>
      {next?.time ? (
        <p className="grid gap-0.5">
          <Link href={briefingHref(next.slug)} className="justify-self-start font-semibold">
            {titleOf(next)}
          </Link>
          <time dateTime={next.time.startsAt}>{inFull(next.time, next.zone)}</time>
          <span className="text-ink-3 text-small">{zoneAt(next.time, next.zone)}</span>
        </p>
      ) : (
        <p className="text-ink-2">{t("none")}</p>
      )}
      {overdue.total > 0 && (
        <div className="notice notice-amber mt-3">
          <p className="flex gap-2">
            <CalendarClock className="mt-1" /> {t("overdue", { count: overdue.total })}
          </p>
          <ul>
            {overdue.items.map((it) => (
              <li key={it.slug}>
                <Link href={briefingHref(it.slug)}>{titleOf(it)}</Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      {cadences.map(
        ({ kind, dueOn }) =>
          dueOn && (
            <p key={kind} className="notice notice-amber mt-3">
              {t(`late.${kind}`, { day: longDay(noonOf(dueOn), locale) })}
            </p>
          ),
      )}
      <p className="pt-2">
        <Link href={here}>{t("all")}</Link>
      </p>
    </SideSection>
  );
}
