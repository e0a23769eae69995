import { useLocale, useTranslations } from "next-intl";
import { longDay } from "@/components/ui/format-moment";
import { CalendarClock } from "@/components/ui/icons";
import type { CadenceStanding } from "@/lib/briefings/schema";
import { noonOf } from "@/lib/platform/time/noon-of";

/** How often each kind of meeting was held this year, and when the next is due: what is late says so. */
export function CadenceLines({ cadences }: { cadences: readonly CadenceStanding[] }) {
  const t = useTranslations("briefings.cadenceLine");
  const locale = useLocale();
  const day = (it: string) => longDay(noonOf(it), locale);
  return (
    <ul className="grid gap-1 py-3 text-small">
      {cadences.map(({ kind, past, coming, timesAYear: times, year, overdue, dueOn, nextOn }) => (
        <li key={kind} className="flex items-start gap-2">
          {overdue && <CalendarClock className="mt-0.5" />}
          <span>
            {t(kind, { past, coming, times, year: String(year) })}{" "}
            {overdue && dueOn ? (
              <b>{t("late", { day: day(dueOn) })}</b>
            ) : nextOn ? (
              t("upcoming", { day: day(nextOn) })
            ) : dueOn ? (
              t("due", { day: day(dueOn) })
            ) : (
              t("never")
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
