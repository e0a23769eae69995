import { useTranslations } from "next-intl";
import { ListTools } from "@/components/library/list-tools";
import { FilterSelect } from "@/components/ui/filter-bar";
import { Segmented } from "@/components/ui/segmented";
import { toUrlWithParams } from "@/lib/platform/http/query-params";
import { addressees, type RecommendationFilters, recommendationKinds, regimeAreas } from "@/lib/report/schema";
import type { Arrangement } from "./group-items";

type AgendaToolsProps = { choices: RecommendationFilters; by: Arrangement; count: string };

export function AgendaTools({ choices, by, count }: AgendaToolsProps) {
  const t = useTranslations("report");
  const codes = useTranslations("codes");
  const all = { value: "", label: t("any") };
  const views = { area: t("agenda.byArea"), addressee: t("agenda.byAddressee"), kind: t("agenda.byKind") };
  const addressBy = (view: Arrangement) => (view === "area" ? undefined : view);
  const segments = (Object.keys(views) as Arrangement[]).map((view) => ({
    href: toUrlWithParams("/briefings/recommendations", { ...choices, by: addressBy(view) }),
    label: views[view],
    current: view === by,
  }));
  const fields = (
    <>
      <FilterSelect
        label={t("area")}
        name="regimeArea"
        value={choices.regimeArea}
        options={[all, ...regimeAreas.map((value) => ({ value, label: codes(`regimeArea.${value}`) }))]}
      />
      <FilterSelect
        label={t("addressee")}
        name="addressee"
        value={choices.addressee}
        options={[all, ...addressees.map((value) => ({ value, label: codes(`addressee.${value}`) }))]}
      />
      <FilterSelect
        label={t("kind")}
        name="kind"
        value={choices.kind}
        options={[
          { ...all, label: t("anyFeminine") },
          ...recommendationKinds.map((value) => ({ value, label: codes(`recommendationKind.${value}`) })),
        ]}
      />
    </>
  );
  return (
    <ListTools
      search={t("agenda.search")}
      choices={choices}
      arrangement={{ by: addressBy(by) }}
      filters={{ label: t("agenda.filters"), fields }}
      views={<Segmented label={t("agenda.by")} segments={segments} />}
      count={count}
      list="recommendations"
    />
  );
}
