import { useLocale, useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { CategoryMark } from "@/components/stances/category-mark";
import { IntervalBar } from "@/components/stances/interval-bar";
import { StanceKey } from "@/components/stances/stance-key";
import { letterOf } from "@/components/stances/stances";
import { countHidden, type GridColumn, type GridGroup, type GridRowData } from "./build-grid";
import { useCellPatterns } from "./cell-labels";
import { countedStances } from "./counted-stances";
import { gridRoles } from "./grid-roles";
import { GridRows, type RowFacts } from "./grid-row";
import type { GridFacts } from "./load-grid";
import { useCountText } from "./use-count-text";

/** Wide sheets scroll in their own region; one that fits keeps its names in sight while the page scrolls. */
const fitting = 14;

export function GridTable({ facts }: { facts: GridFacts }) {
  const t = useTranslations("agreement.grid");
  const { columns, groups } = facts;
  const said = useCellPatterns(groups.flatMap((group) => group.rows));
  const draw = useRowFacts();
  const fits = columns.length <= fitting;
  return (
    <table
      {...gridRoles.grid}
      className={fits ? "grid-table agree agree-fits" : "grid-table agree agree-wide"}
      style={fits ? undefined : ({ "--columns": columns.length } as CSSProperties)}
      aria-label={t("heading")}
    >
      <colgroup>
        <col />
        <col className="agree-cells" span={columns.length} />
        <col className="agree-ranges" />
        <col className="agree-counts" span={countedStances.length} />
      </colgroup>
      <Head columns={columns} />
      {groups.map((group) => (
        <tbody key={group.key} {...gridRoles.rowgroup}>
          <GroupRow group={group} facts={facts} />
          <GridRows rows={group.rows.map((row) => draw(row, group.key === "all"))} columns={columns} said={said} />
        </tbody>
      ))}
      <Foot facts={facts} />
    </table>
  );
}

/** Draws what stands beside the cells of a row, so that the browser needs neither its words nor its rules. */
function useRowFacts() {
  const inWords = useCountText();
  return (row: GridRowData, withCategory: boolean): RowFacts => {
    const { slug, number, title, marks, counts, notShown, range, category } = row;
    return {
      ...{ slug, number, title, marks, counts, notShown },
      category: withCategory && <CategoryMark category={category} className="agree-cat" />,
      words: inWords(counts),
      range: range && <IntervalBar {...range} />,
    };
  };
}

function Head({ columns }: { columns: readonly GridColumn[] }) {
  const t = useTranslations("agreement.grid");
  const names = useTranslations("stances.name");
  const locale = useLocale();
  return (
    <thead {...gridRoles.rowgroup}>
      {/* On paper the key stands at the head of every page that the table runs over. */}
      <tr className="print-only agree-key">
        <td colSpan={columns.length + countedStances.length + 2}>
          <StanceKey />
        </td>
      </tr>
      <tr {...gridRoles.row}>
        <th {...gridRoles.columnheader} scope="col" className="agree-title" data-cell="" tabIndex={-1}>
          {t("proposition")}
        </th>
        {columns.map(({ slug, short, code, own }) => (
          <th
            key={slug}
            {...gridRoles.columnheader}
            scope="col"
            className={own ? "agree-name own" : "agree-name"}
            data-code={code}
          >
            <a className="upright" data-cell="" href={`/${locale}/organizations/${slug}`}>
              {short}
            </a>
          </th>
        ))}
        <th {...gridRoles.columnheader} scope="col" className="agree-range">
          {t("interval")}
        </th>
        {countedStances.map((stance) => (
          <th key={stance} {...gridRoles.columnheader} scope="col" className="agree-count" data-cell="" tabIndex={-1}>
            <span aria-hidden="true">{letterOf(stance, locale)}</span>
            <span className="sr-only">{names(stance)}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** What the rows below have in common, with the rule in words. */
function GroupRow({ group: { key, rows }, facts }: { group: GridGroup; facts: GridFacts }) {
  const t = useTranslations("agreement.grid");
  const rules = useTranslations("stances.rule");
  if (key === "all") return null;
  return (
    <tr {...gridRoles.row} className="agree-group">
      <th {...gridRoles.rowheader} scope="rowgroup" colSpan={facts.columns.length + countedStances.length + 2}>
        <CategoryMark category={key === "some_not_shown" ? null : key} />{" "}
        <span className="agree-of">{t("ofAll", { count: rows.length, total: facts.total })}</span>{" "}
        <span className="agree-rule">
          {key === "too_few" ? rules("too_few", { threshold: facts.tooFewBelow }) : rules(key)}
        </span>
      </th>
    </tr>
  );
}

/** How many each organization stated: the bottom margin. */
function Foot({ facts }: { facts: GridFacts }) {
  const t = useTranslations("agreement.grid");
  const locale = useLocale();
  const { columns, total } = facts;
  const someHidden = countHidden(facts) > 0;
  return (
    <tfoot {...gridRoles.rowgroup}>
      <tr {...gridRoles.row}>
        <th {...gridRoles.rowheader} scope="row" className="agree-title" data-cell="" tabIndex={-1}>
          {t(someHidden ? "shownOf" : "statedOf", { total })}
        </th>
        {columns.map(({ slug, code, short, own, stated }) => (
          <td
            key={slug}
            {...gridRoles.gridcell}
            className={own ? "agree-cell agree-stated own" : "agree-cell agree-stated"}
            data-code={code}
          >
            <a
              className="agree-slot"
              data-cell=""
              href={`/${locale}/organizations/${slug}`}
              aria-label={t(someHidden ? "shownBy" : "statedBy", { organization: short, stated, total })}
            >
              {stated}
            </a>
          </td>
        ))}
        <td {...gridRoles.gridcell} className="agree-said" colSpan={countedStances.length + 1}>
          {t(someHidden ? "hidden" : "neutral")}
        </td>
      </tr>
    </tfoot>
  );
}
