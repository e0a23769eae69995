import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FilterBar, FilterDate } from "@/components/ui/filter-bar";
import { PageHead } from "@/components/ui/page-head";
import { Segmented } from "@/components/ui/segmented";
import { type AgreementQuery, hrefOf } from "./agreement-query";
import { TimeBar } from "./time-bar";
import { pathOf, type View, views } from "./views";

type ViewHeadProps = {
  view: View;
  title: string;
  choice: AgreementQuery;
  /** The page in one sentence. */
  children: ReactNode;
  filters: ReactNode;
  /** The other forms of the same facts. */
  end: ReactNode;
  /** What a choice leaves as it is. */
  keep?: Record<string, string | undefined> | undefined;
};

/** The head of every view: what it says, the other views of the same stances, and what can be chosen. */
export function ViewHead({ view, title, choice, children, filters, end, keep }: ViewHeadProps) {
  const t = useTranslations("agreement");
  const grid = useTranslations("agreement.grid");
  const { cursor: _, ...first } = choice;
  const segments = views.map((it) => ({
    href: hrefOf(pathOf(it), first),
    label: t(`views.${it}`),
    current: it === view,
  }));
  return (
    <>
      <PageHead title={title} actions={<Segmented label={t("views.label")} segments={segments} />}>
        {children}
      </PageHead>
      <FilterBar label={grid("filter.label")} keep={keep} end={end}>
        {filters}
        <FilterDate label={t("time.asOf")} name="on" value={choice.on} />
      </FilterBar>
      <TimeBar view={view} choice={first} />
    </>
  );
}
