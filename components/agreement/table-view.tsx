import { useTranslations } from "next-intl";
import { CategoryMark } from "@/components/stances/category-mark";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { AgreementHead } from "./agreement-head";
import { countHidden, type GridGroup } from "./build-grid";
import "./grid.css";
import { EmptyGrid, GridPages } from "./grid-view";
import type { GridFacts } from "./load-grid";
import { TableRow } from "./table-row";

/** The grid's twin in words: the same facts, read from top to bottom. */
export function TableView({ facts }: { facts: GridFacts }) {
  if (facts.columns.length === 0 || facts.total === 0) {
    return (
      <>
        <AgreementHead facts={facts} twin="grid" />
        <EmptyGrid facts={facts} />
      </>
    );
  }
  return (
    <>
      <AgreementHead facts={facts} twin="grid" />
      {facts.groups.map((group) => (
        <TableGroup key={group.key} group={group} facts={facts} />
      ))}
      <PerOrganization facts={facts} />
      <GridPages facts={facts} path="/agreement/table" />
    </>
  );
}

function TableGroup({ group: { key, rows }, facts }: { group: GridGroup; facts: GridFacts }) {
  const t = useTranslations("agreement.grid");
  const rules = useTranslations("stances.rule");
  const title = key === "all" ? t("byNumber") : <CategoryMark category={key === "some_not_shown" ? null : key} />;
  const count = t("ofAll", { count: rows.length, total: facts.total });
  return (
    <Section title={title} count={count} id={key} className="agree-table-list">
      {key !== "all" && (
        <p className="pt-2 text-small text-ink-2">
          {key === "too_few" ? rules("too_few", { threshold: facts.tooFewBelow }) : rules(key)}
        </p>
      )}
      {rows.map((row) => (
        <TableRow key={row.slug} row={row} columns={facts.columns} withCategory={key === "all"} />
      ))}
    </Section>
  );
}

/** The bottom margin, in words. */
function PerOrganization({ facts }: { facts: GridFacts }) {
  const t = useTranslations("agreement.grid");
  const someHidden = countHidden(facts) > 0;
  return (
    <Section title={t("asText.perOrganization")} count={t(someHidden ? "shownOf" : "statedOf", { total: facts.total })}>
      <ul className="grid gap-x-8 gap-y-1 pt-3 md:grid-cols-2 lg:grid-cols-3">
        {facts.columns.map(({ slug, short, stated, own }) => (
          <li key={slug} className={own ? "font-semibold" : undefined}>
            <Link href={`/organizations/${slug}`}>
              {t(someHidden ? "shownBy" : "statedBy", { organization: short, stated, total: facts.total })}
            </Link>
          </li>
        ))}
      </ul>
      <p className="pt-3 text-small text-ink-2">{t(someHidden ? "hidden" : "neutral")}</p>
    </Section>
  );
}
