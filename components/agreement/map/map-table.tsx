import { useFormatter, useLocale, useTranslations } from "next-intl";
import { CategoryMark } from "@/components/stances/category-mark";
import { Link } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { Table, type TableColumn } from "@/components/ui/table";
import type { MapMark, MapPull } from "@/lib/agreement/schema.map";
import { compareIn } from "@/lib/platform/i18n/collation";
import type { MapFacts } from "./load-map";

const figures = { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: "negative" } as const;

type MapTableProps = {
  facts: Pick<MapFacts, "map" | "own">;
  /** Where in a long table one is, and where its other pages are. */
  steps?: { from: number; hrefOf: (from: number) => string } | undefined;
};

/** Rows on one page of the table. */
export const tableRows = 200;

/** The twin of the picture: whatever it shows is here in words and figures. */
export function MapTable({ facts: { map, own }, steps }: MapTableProps) {
  const t = useTranslations("agreement.map");
  const format = useFormatter();
  const locale = useLocale();
  const figure = (it: number) => format.number(Math.abs(it) < 0.005 ? 0 : it, figures);
  const marks: TableColumn<MapMark>[] = [
    {
      key: "organization",
      label: t("table.organization"),
      head: true,
      cell: ({ slug, short }) => (
        <span data-twin={slug}>
          <Link href={`/organizations/${slug}`}>{short[locale]}</Link>
          {own.has(slug) && ` (${t("own")})`}
        </span>
      ),
    },
    { key: "x", label: t("table.x"), numeric: true, cell: ({ x }) => <data value={x}>{figure(x)}</data> },
    { key: "y", label: t("table.y"), numeric: true, cell: ({ y }) => <data value={y}>{figure(y)}</data> },
    { key: "answered", label: t("table.answered"), numeric: true, cell: (it) => it.answered },
    { key: "few", label: t("table.few"), cell: (it) => (it.faint ? t("few") : "") },
    ...(map.groups.letters.length > 0
      ? [{ key: "group", label: t("table.group"), cell: (it: MapMark) => it.group ?? "" }]
      : []),
  ];
  const pulls: TableColumn<MapPull>[] = [
    {
      key: "proposition",
      label: t("table.proposition"),
      head: true,
      cell: ({ slug, number, title }) => (
        <Link href={`/propositions/${slug}`}>
          {number} <bdi>{title[locale]}</bdi>
        </Link>
      ),
    },
    { key: "x", label: t("table.x"), numeric: true, cell: ({ x }) => figure(x) },
    { key: "y", label: t("table.y"), numeric: true, cell: ({ y }) => figure(y) },
    { key: "category", label: t("table.category"), cell: ({ category }) => <CategoryMark category={category} /> },
  ];
  const from = steps?.from ?? 0;
  const byName = [...map.marks].sort((a, b) => compareIn(locale)(a.short[locale], b.short[locale]));
  return (
    <>
      <Section id="table" title={t("table.title")} count={byName.length}>
        <Table
          caption={t("table.title")}
          columns={marks}
          rows={byName.slice(from, from + tableRows)}
          rowKey={({ slug }) => slug}
        />
        {steps && (
          <Pagination
            size={tableRows}
            from={from + 1}
            to={Math.min(byName.length, from + tableRows)}
            total={byName.length}
            nextHref={from + tableRows < byName.length ? steps.hrefOf(from + tableRows) : null}
            firstHref={from > 0 ? steps.hrefOf(0) : null}
          />
        )}
      </Section>
      <Section id="pulls" title={t("table.pulls")} count={map.pulls.length}>
        <Table caption={t("table.pulls")} columns={pulls} rows={map.pulls} rowKey={({ slug }) => slug} />
      </Section>
    </>
  );
}
