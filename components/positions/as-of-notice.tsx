import { useLocale, useTranslations } from "next-intl";
import { FilterBar, FilterDate } from "@/components/ui/filter-bar";
import { longDay } from "@/components/ui/format-moment";
import { CalendarClock } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { noonOf } from "../../lib/platform/time/noon-of";

/** Said where a page shows a day that is over: which one, that it is read-only, and the way back. */
export function AsOfNotice({ on, here }: { on: string | undefined; here: string }) {
  const t = useTranslations("positions.asOf");
  const locale = useLocale();
  if (!on) return null;
  return (
    <p className="mb-3 flex flex-wrap items-center gap-x-2 gap-y-1 bg-sunk px-3 py-2 text-small" role="status">
      <CalendarClock />
      <b>{t("bold", { day: longDay(noonOf(on), locale) })}</b> <span>{t("rest")}</span>{" "}
      <Link href={here} className="no-print">
        {t("today")}
      </Link>
    </p>
  );
}

/** Chooses the day; empty is today. */
export function AsOfFilter({ on }: { on: string | undefined }) {
  const t = useTranslations("positions.asOf");
  return (
    <div className="no-print">
      <FilterBar label={t("label")}>
        <FilterDate label={t("label")} name="on" value={on} />
      </FilterBar>
    </div>
  );
}
