import { useFormatter, useTranslations } from "next-intl";
import { FilterBar, FilterSelect } from "@/components/ui/filter-bar";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { Table, type TableColumn } from "@/components/ui/table";
import { type Findings, type StudyMark, statementOrders } from "@/lib/studies/schema";
import { bySize, perPage, type StudyFacts } from "./load-studies";
import { StatementList } from "./statement-list";

/** Every statement, a page at a time, in the order that was asked for. */
export function AllStatements({ facts: { study, statements, chosen } }: { facts: StudyFacts }) {
  const t = useTranslations("studies");
  if (!statements) return null;
  const href = (cursor: string | null) => {
    const query = new URLSearchParams({
      ...(chosen.order !== "number" && { order: chosen.order }),
      ...(cursor && { cursor }),
    });
    return `/studies/${study.slug}?${query}#statements`;
  };
  return (
    <Section id="statements" title={t("statementsTitle")} count={statements.total}>
      <FilterBar label={t("order")}>
        <FilterSelect
          label={t("order")}
          name="order"
          value={chosen.order === "number" ? "" : chosen.order}
          options={statementOrders.map((it) => ({ value: it === "number" ? "" : it, label: t(`orders.${it}`) }))}
        />
      </FilterBar>
      <StatementList statements={statements.items} letters={statements.letters} />
      <Pagination
        firstHref={chosen.cursor ? href(null) : null}
        nextHref={statements.nextCursor ? href(statements.nextCursor) : null}
        size={perPage}
      />
    </Section>
  );
}

/** The twin of the picture. */
export function MarksTable({ findings: { marks, groups } }: { findings: Findings }) {
  const t = useTranslations("studies");
  const format = useFormatter();
  const figure = (it: number) =>
    format.number(Math.abs(it) < 0.005 ? 0 : it, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const columns: TableColumn<StudyMark>[] = [
    {
      key: "size",
      label: t("size"),
      head: true,
      cell: ({ size, x, y }) => (
        <span data-twin={`${x} ${y}`}>{size === null ? t("sizeFew") : format.number(size)}</span>
      ),
    },
    { key: "x", label: t("x"), numeric: true, cell: ({ x }) => <data value={x}>{figure(x)}</data> },
    { key: "y", label: t("y"), numeric: true, cell: ({ y }) => <data value={y}>{figure(y)}</data> },
    ...(groups.length > 0 ? [{ key: "group", label: t("column.group"), cell: (it: StudyMark) => it.group }] : []),
  ];
  return (
    <Section id="table" title={t("marksTitle")} count={marks.length}>
      <details className="study-table">
        <summary>{t("marksNote")}</summary>
        <Table caption={t("marksTitle")} columns={columns} rows={bySize(marks)} rowKey={({ x, y }) => `${x} ${y}`} />
      </details>
    </Section>
  );
}
