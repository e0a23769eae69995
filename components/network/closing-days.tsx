import { useLocale, useTranslations } from "next-intl";
import { isoDay, longDay } from "@/components/ui/format-moment";
import { holidayNames } from "@/lib/platform/time/holiday-names";
import { noonOf } from "@/lib/platform/time/noon-of";
import { addDays, type ClosingRule, listClosingDays } from "@/lib/platform/time/working-days";

/** On which days of the coming year offices are closed, by the settings as they are kept. */
export function ClosingDays({ rule }: { rule: ClosingRule }) {
  const t = useTranslations("network.settings");
  const locale = useLocale();
  const today = isoDay(new Date());
  const year = Number(today.slice(0, 4));
  const until = addDays(today, 365);
  const days = [year, year + 1]
    .flatMap((it) => listClosingDays(it, rule))
    .filter(({ day }) => today <= day && day < until);
  return (
    <details className="pt-4">
      <summary>{t("closingDays")}</summary>
      <ul className="pt-2 text-ink-2">
        {days.map(({ day, name }) => (
          <li key={name}>
            <time dateTime={day}>{longDay(noonOf(day), locale)}</time>, {holidayNames[name][locale]}
          </li>
        ))}
      </ul>
    </details>
  );
}
