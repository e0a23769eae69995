import { useTranslations } from "next-intl";
import { talkingPointsHref } from "@/components/talking-points/talking-point-href";
import { FilterSelect } from "@/components/ui/filter-bar";
import { Link } from "@/components/ui/link";
import { columnOrders, hrefOf, rowOrders } from "./agreement-query";
import { countHidden, countSilent } from "./build-grid";
import { CsvDownload, PolisDownload } from "./download-links";
import type { GridFacts } from "./load-grid";
import { PrintButton } from "./print-button";
import { ThemeFilter } from "./theme-filter";
import { ViewHead } from "./view-head";

/** The page in one sentence, what can be chosen, and the other forms of the same facts. */
export function AgreementHead({ facts, twin }: { facts: GridFacts; twin: "table" | "grid" }) {
  const t = useTranslations("agreement.grid");
  const points = useTranslations("talkingPoints.linked");
  return (
    <ViewHead
      view="grid"
      title={t("heading")}
      choice={facts.choice}
      keep={{ cursor: facts.choice.cursor }}
      filters={<GridFilters facts={facts} />}
      end={
        <>
          {twin === "table" ? (
            <Link href={hrefOf("/agreement/table", facts.choice)}>{t("asTable")}</Link>
          ) : (
            <Link href={hrefOf("/agreement", facts.choice)}>{t("asGrid")}</Link>
          )}
          {facts.readsPoints && (
            <Link href={talkingPointsHref({ theme: facts.choice.theme })}>{points("ofAgreement")}</Link>
          )}
          <CsvDownload choice={facts.choice} />
          <PolisDownload choice={facts.choice} />
          <PrintButton label={t("print")} />
        </>
      }
    >
      <Summary facts={facts} />
    </ViewHead>
  );
}

function Summary({ facts }: { facts: GridFacts }) {
  const t = useTranslations("agreement.grid");
  const silent = countSilent(facts);
  const organizations = t("organizations", { count: facts.members });
  const propositions = t("propositions", { count: facts.total });
  const said = { organizations, propositions, stances: facts.stances };
  if (silent !== null) return t("summary.all", { ...said, silent });
  return t("summary.some", { ...said, hidden: countHidden(facts), total: facts.total });
}

function GridFilters({ facts: { choice, themes, columns } }: { facts: GridFacts }) {
  const t = useTranslations("agreement.grid.filter");
  const ofColumns = columnOrders.filter((it) => it !== "own" || columns.some(({ own }) => own));
  // What is as usual leaves no trace in the address, so its value is empty.
  const usual = (value: string, by: string) => (value === by ? "" : value);
  return (
    <>
      <FilterSelect
        label={t("rows")}
        name="rows"
        value={usual(choice.rows, "category")}
        options={rowOrders.map((it) => ({ value: usual(it, "category"), label: t(it) }))}
      />
      <FilterSelect
        label={t("columns")}
        name="columns"
        value={usual(choice.columns, "similarity")}
        options={ofColumns.map((it) => ({ value: usual(it, "similarity"), label: t(it) }))}
      />
      <ThemeFilter themes={themes} theme={choice.theme} />
    </>
  );
}
