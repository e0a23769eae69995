import { useTranslations } from "next-intl";
import { LibraryNav } from "@/components/library/library-nav";
import { ListTools } from "@/components/library/list-tools";
import { NothingFound } from "@/components/library/nothing-found";
import { FilterSelect } from "@/components/ui/filter-bar";
import { PageHead } from "@/components/ui/page-head";
import type { TimelineEvent, TimelineFilters } from "@/lib/report/schema";
import { TimelineRow } from "./timeline-row";

type TimelineListProps = { events: readonly TimelineEvent[]; all: number; choices: TimelineFilters };

export function TimelineList({ events, all, choices }: TimelineListProps) {
  const t = useTranslations("report.timeline");
  const report = useTranslations("report");
  const chosen = Object.keys(choices).length > 0;
  const sources = [
    { value: "", label: report("anyFeminine") },
    { value: "true", label: t("inReport") },
    { value: "false", label: t("elsewhere") },
  ];
  const fields = <FilterSelect label={t("from")} name="inSource" value={choices.inSource} options={sources} />;
  return (
    <>
      <LibraryNav current="timeline" />
      <PageHead title={t("title")}>{t("lede")}</PageHead>
      <p className="print-only">{report("disclaimer")}</p>
      <ListTools
        search={t("search")}
        choices={choices}
        filters={{ label: t("filters"), fields }}
        count={chosen ? t("some", { count: events.length, all }) : t("count", { count: all })}
        list="timeline"
      />
      {events.length === 0 ? (
        <NothingFound back={t("showAll", { count: all })} href="/timeline">
          {t("empty")}
        </NothingFound>
      ) : (
        <ol className="pt-8">
          {events.map((event) => (
            <TimelineRow key={event.slug} event={event} />
          ))}
        </ol>
      )}
    </>
  );
}
