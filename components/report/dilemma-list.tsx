import { useTranslations } from "next-intl";
import { LibraryNav } from "@/components/library/library-nav";
import { ListTools } from "@/components/library/list-tools";
import { NothingFound } from "@/components/library/nothing-found";
import { PageHead } from "@/components/ui/page-head";
import type { Dilemma, DilemmaFilters } from "@/lib/propositions/schema";
import { DilemmaRow } from "./dilemma-row";

type DilemmaListProps = { dilemmas: readonly (Dilemma & { place: number })[]; all: number; choices: DilemmaFilters };

export function DilemmaList({ dilemmas, all, choices }: DilemmaListProps) {
  const t = useTranslations("propositions.dilemmas");
  const report = useTranslations("report");
  return (
    <>
      <LibraryNav current="dilemmas" />
      <PageHead title={t("title")}>{t("lede", { count: all })}</PageHead>
      <p className="print-only">{report("disclaimer")}</p>
      <ListTools
        search={t("search")}
        choices={choices}
        count={choices.q ? t("some", { count: dilemmas.length, all }) : t("count", { count: all })}
        list="dilemmas"
      />
      {dilemmas.length === 0 ? (
        <NothingFound back={t("showAll", { count: all })} href="/dilemmas">
          {t("empty")}
        </NothingFound>
      ) : (
        <div className="mt-6 border-t-[1.5px] border-ink">
          {dilemmas.map((dilemma) => (
            <DilemmaRow key={dilemma.slug} dilemma={dilemma} number={dilemma.place} />
          ))}
        </div>
      )}
    </>
  );
}
