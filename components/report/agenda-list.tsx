import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { NothingFound } from "@/components/library/nothing-found";
import { ReportLayout } from "@/components/library/report-layout";
import { JumpSide, SourceSide } from "@/components/library/source-side";
import { PageHead } from "@/components/ui/page-head";
import type { Discussed } from "@/lib/briefings/schema.agenda";
import type { Recommendation, RecommendationFilters } from "@/lib/report/schema";
import { AgendaGroups, useAgendaGroups, WatchedItems } from "./agenda-groups";
import { AgendaTools } from "./agenda-tools";
import type { Arrangement } from "./group-items";

type AgendaListProps = {
  /** What they are a part of: of the library, or of the network's meetings for whoever has those. */
  nav: ReactNode;
  items: readonly Recommendation[];
  /** How many there are without any choice. */
  all: { standing: number; total: number };
  choices: RecommendationFilters;
  by: Arrangement;
  /** At which meetings each was on the agenda, for whoever reads meetings. */
  discussed: readonly Discussed[];
};

export function AgendaList({ nav, items, all, choices, by, discussed }: AgendaListProps) {
  const t = useTranslations("report.agenda");
  const groups = useAgendaGroups(
    items.filter((it) => it.standing),
    by,
  );
  const watched = items.filter((it) => !it.standing);
  const chosen = Object.keys(choices).length > 0;
  const beyond = all.total - all.standing;
  const every =
    beyond > 0 ? t("withWatched", { count: all.standing, watched: beyond }) : t("count", { count: all.total });
  const count = chosen ? t("some", { count: items.length, all: all.total }) : every;
  const jumps = groups.map(({ id, label, items: found }) => ({ id, label, count: found.length }));
  if (watched.length > 0) jumps.push({ id: "watched", label: t("watched"), count: watched.length });
  return (
    <>
      {nav}
      <PageHead title={t("title")}>{t("lede", { count: all.standing })}</PageHead>
      <AgendaTools choices={choices} by={by} count={count} />
      <ReportLayout
        label={t("contents")}
        side={
          <>
            <SourceSide />
            <JumpSide title={t("contents")} jumps={jumps} />
          </>
        }
      >
        {items.length === 0 && (
          <NothingFound back={t("showAll", { count: all.total })} href="/briefings/recommendations">
            {t("empty")}
          </NothingFound>
        )}
        {by === "addressee" && items.length > 0 && <p className="pt-6 text-ink-2">{t("severally")}</p>}
        <AgendaGroups groups={groups} discussed={discussed} />
        <WatchedItems items={watched} discussed={discussed} />
      </ReportLayout>
    </>
  );
}
