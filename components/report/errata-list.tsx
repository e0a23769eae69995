import { useTranslations } from "next-intl";
import { LibraryNav } from "@/components/library/library-nav";
import { ListTools } from "@/components/library/list-tools";
import { NothingFound } from "@/components/library/nothing-found";
import { FilterSelect } from "@/components/ui/filter-bar";
import { PageHead } from "@/components/ui/page-head";
import { confidences, type ErrataFilters, type Erratum } from "@/lib/report/schema";
import { ErratumRow } from "./erratum-row";

type ErrataListProps = { errata: readonly Erratum[]; all: number; choices: ErrataFilters };

export function ErrataList({ errata, all, choices }: ErrataListProps) {
  const t = useTranslations("report.errata");
  const report = useTranslations("report");
  const chosen = Object.keys(choices).length > 0;
  const options = [
    { value: "", label: report("anyFeminine") },
    ...confidences.map((value) => ({ value, label: t(value) })),
  ];
  const fields = <FilterSelect label={t("sure")} name="confidence" value={choices.confidence} options={options} />;
  return (
    <>
      <LibraryNav current="errata" />
      <PageHead title={t("title")}>{t("lede", { count: all })}</PageHead>
      <p className="print-only">{report("disclaimer")}</p>
      <ListTools
        search={t("search")}
        choices={choices}
        filters={{ label: t("filters"), fields }}
        count={chosen ? t("some", { count: errata.length, all }) : t("count", { count: all })}
        list="errata"
      />
      {errata.length === 0 ? (
        <NothingFound back={t("showAll", { count: all })} href="/errata">
          {t("empty")}
        </NothingFound>
      ) : (
        <div className="mt-6 border-t-[1.5px] border-ink">
          {errata.map((erratum) => (
            <ErratumRow key={erratum.id} erratum={erratum} />
          ))}
        </div>
      )}
    </>
  );
}
