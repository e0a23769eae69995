import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FilterBar, FilterDate, FilterSelect } from "@/components/ui/filter-bar";
import { longDay } from "@/components/ui/format-moment";
import { CalendarClock } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { SearchField } from "@/components/ui/search-field";
import type { Option } from "@/components/ui/select";
import { useCodeLabel } from "@/components/ui/use-code-label";
import { noonOf } from "@/lib/platform/time/noon-of";
import { regimeAreas } from "@/lib/propositions/schema";
import { talkingPointKinds, talkingPointStatuses } from "@/lib/talking-points/constants";
import { sorts } from "@/lib/talking-points/schema";
import type { TalkingPointsFilter } from "./talking-points-query";

type FiltersProps = {
  choice: TalkingPointsFilter;
  themes: readonly Option[];
  end: ReactNode;
};

/** Choices in the address: they can be sent to somebody, and they work without script. */
export function TalkingPointsFilters({ choice, themes, end }: FiltersProps) {
  const t = useTranslations("talkingPoints.list");
  const kinds = useTranslations("talkingPoints.kind");
  const statuses = useTranslations("talkingPoints.status");
  const codes = useCodeLabel();
  const { q, kind, status, theme, area, needsUs, stillOpen, sort, asOf } = choice;
  const any = (options: readonly Option[]) => [{ value: "", label: t("any") }, ...options];
  return (
    <div className="no-print grid gap-3 pt-3 pb-1">
      <SearchField label={t("search")} value={q} keep={{ kind, status, theme, area, needsUs, stillOpen, sort, asOf }} />
      <FilterBar label={t("filter")} keep={{ q }} end={end}>
        <FilterSelect label={t("theme")} name="theme" value={theme} options={any(themes)} />
        <FilterSelect
          label={t("area")}
          name="area"
          value={area}
          options={any(regimeAreas.map((value) => ({ value, label: codes("regimeArea", value) })))}
        />
        <FilterSelect
          label={t("status")}
          name="status"
          value={status}
          options={any(talkingPointStatuses.map((value) => ({ value, label: statuses(value) })))}
        />
        <FilterSelect
          label={t("kind")}
          name="kind"
          value={kind}
          options={any(talkingPointKinds.map((value) => ({ value, label: kinds(value) })))}
        />
        <FilterSelect
          label={t("answer")}
          name="needsUs"
          value={needsUs}
          options={any([{ value: "true", label: t("needsUs") }])}
        />
        <FilterSelect
          label={t("text")}
          name="stillOpen"
          value={stillOpen}
          options={any([{ value: "true", label: t("stillOpen") }])}
        />
        <FilterSelect
          label={t("sort")}
          name="sort"
          value={sort === "newest" ? "" : sort}
          options={sorts.map((it) => ({ value: it === "newest" ? "" : it, label: t(`sorts.${it}`) }))}
        />
        <FilterDate label={t("asOf")} name="asOf" value={asOf} />
      </FilterBar>
    </div>
  );
}

/** Said where a page shows a day that is over, with the way back. */
export function AsOfBanner({ asOf, today }: { asOf: string | undefined; today: string }) {
  const t = useTranslations("positions.asOf");
  const locale = useLocale();
  if (!asOf) return null;
  return (
    <p className="mb-3 flex flex-wrap items-center gap-x-2 gap-y-1 bg-sunk px-3 py-2 text-small" role="status">
      <CalendarClock />
      <b>{t("bold", { day: longDay(noonOf(asOf), locale) })}</b> <span>{t("rest")}</span>{" "}
      <Link href={today} className="no-print">
        {t("today")}
      </Link>
    </p>
  );
}
