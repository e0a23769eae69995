import { useLocale, useTranslations } from "next-intl";
import { Fragment } from "react";
import { CategoryMark } from "@/components/stances/category-mark";
import { StanceCell } from "@/components/stances/stance-cell";
import { type StanceMark, stanceMarks } from "@/components/stances/stances";
import { Link } from "@/components/ui/link";
import type { GridColumn, GridRowData } from "./build-grid";
import { cellHref } from "./cell-href";
import { useCountText } from "./use-count-text";

type TableRowProps = { row: GridRowData; columns: readonly GridColumn[]; withCategory: boolean };

/** One proposition in words: what was said, how far support could reach, and who said what. */
export function TableRow({ row, columns, withCategory }: TableRowProps) {
  const t = useTranslations("agreement.grid.asText");
  const words = useCountText();
  const { slug, number, title, range, category, counts, marks } = row;
  return (
    <article className="border-b border-rule py-4">
      <h3>
        <span className="font-normal text-ink-3">{number}</span> <Link href={`/propositions/${slug}`}>{title}</Link>
      </h3>
      {withCategory && (
        <p>
          <CategoryMark category={category} />
        </p>
      )}
      <p className="text-ink-2">{words(counts)}</p>
      {range && <p className="text-small text-ink-2">{t("range", range)}</p>}
      <dl className="grid grid-cols-[24px_minmax(0,1fr)] gap-x-3 gap-y-1.5 pt-2 md:grid-cols-[24px_220px_minmax(0,1fr)]">
        {stanceMarks.map((mark) => (
          <StanceHolders
            key={mark}
            mark={mark}
            slug={slug}
            columns={columns.filter((_, place) => marks[place] === mark)}
          />
        ))}
      </dl>
    </article>
  );
}

/** Who holds one stance. Each name opens the stance with its reasons. */
function StanceHolders({ mark, slug, columns }: { mark: StanceMark; slug: string; columns: readonly GridColumn[] }) {
  const t = useTranslations("agreement.grid.asText");
  const names = useTranslations("stances.name");
  const locale = useLocale();
  if (columns.length === 0) return null;
  return (
    <Fragment>
      <dt className="contents">
        <StanceCell stance={mark} />
        <span className="font-semibold">{mark === "not_shown" ? t("notShown") : names(mark)}</span>
      </dt>
      <dd className="col-start-2 md:col-start-3">
        <ul className="agree-names">
          {columns.map((column) => (
            <li key={column.slug} className={column.own ? "font-semibold" : undefined}>
              <a href={cellHref(locale, column, slug, mark)}>{column.short}</a>
            </li>
          ))}
        </ul>
      </dd>
    </Fragment>
  );
}
