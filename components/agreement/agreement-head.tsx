import { useLocale, useTranslations } from "next-intl";
import { FilterBar, FilterSelect } from "@/components/ui/filter-bar";
import { Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { countHidden, countSilent } from "./arrange";
import { columnOrders, hrefOf, rowOrders } from "./choice";
import { PrintButton } from "./print-button";
import type { SheetFacts } from "./sheet";

/** The page in one sentence, what can be chosen, and the other forms of the same facts. */
export function AgreementHead({ facts, twin }: { facts: SheetFacts; twin: "list" | "grid" }) {
  const t = useTranslations("agreement");
  return (
    <>
      <PageHead title={t("heading")}>
        <Summary facts={facts} />
      </PageHead>
      <FilterBar
        label={t("filter.label")}
        keep={{ cursor: facts.choice.cursor }}
        end={
          <>
            {twin === "list" ? (
              <Link href={hrefOf("/agreement/list", facts.choice)}>{t("asList")}</Link>
            ) : (
              <Link href={hrefOf("/agreement", facts.choice)}>{t("asGrid")}</Link>
            )}
            <Csv theme={facts.choice.theme} />
            <PrintButton label={t("print")} />
          </>
        }
      >
        <Choices facts={facts} />
      </FilterBar>
    </>
  );
}

function Summary({ facts }: { facts: SheetFacts }) {
  const t = useTranslations("agreement");
  const silent = countSilent(facts);
  const organizations = t("organizations", { count: facts.members });
  const propositions = t("propositions", { count: facts.total });
  const said = { organizations, propositions, stances: facts.stances };
  if (silent !== null) return t("summary.all", { ...said, silent });
  return t("summary.some", { ...said, hidden: countHidden(facts), total: facts.total });
}

function Choices({ facts: { choice, themes, columns } }: { facts: SheetFacts }) {
  const t = useTranslations("agreement.filter");
  const locale = useLocale();
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
      <FilterSelect
        label={t("theme")}
        name="theme"
        value={choice.theme}
        options={[
          { value: "", label: t("themes", { count: themes.length }) },
          ...themes.map(({ slug, title }) => ({ value: slug, label: title[locale] })),
        ]}
      />
    </>
  );
}

/** The whole table as a file, whatever page of organizations is on screen. */
function Csv({ theme }: { theme: string | undefined }) {
  const t = useTranslations("agreement");
  const query = new URLSearchParams({ format: "csv", language: useLocale(), ...(theme && { theme }) });
  return <a href={`/api/v1/agreement/export?${query}`}>{t("csv")}</a>;
}
