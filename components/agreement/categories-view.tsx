import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CategoryMark } from "@/components/stances/category-mark";
import type { Stance } from "@/components/stances/stances";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { Table, type TableColumn } from "@/components/ui/table";
import { lists } from "@/lib/agreement/schema";
import { stances } from "@/lib/positions/constants";
import type { GridRowData } from "./build-grid";
import { CsvDownload } from "./download-links";
import "./categories.css";
import { EmptyGrid } from "./grid-view";
import type { GridFacts } from "./load-grid";
import { PrintButton } from "./print-button";
import { ThemeFilter } from "./theme-filter";
import { ViewHead } from "./view-head";

const keys = [...lists, "not_shown"] as const;
type Key = (typeof keys)[number];

/** Where no one opposes, where someone does, and what is not known yet. */
export function CategoriesView({ facts }: { facts: GridFacts }) {
  const t = useTranslations("agreement.categories");
  const rows = facts.groups.flatMap((group) => group.rows);
  const within = (key: Key) => rows.filter((it) => (it.list ?? "not_shown") === key);
  const hidden = within("not_shown").length;
  // Where any stance is hidden an empty list says nothing: what would be in it may be among those not shown.
  const shown = keys.filter((key) => within(key).length > 0 || (hidden === 0 && key !== "not_shown"));
  return (
    <>
      <Head facts={facts}>
        {rows.length > hidden && t(hidden === 0 ? "of" : "shownOf", { count: rows.length - hidden })}{" "}
        {shown.map((key, place) => (
          <span key={key}>
            {place > 0 && (key === "not_shown" ? "; " : ", ")}
            <a href={`#${key}`}>{t(`counted.${key}`, { count: within(key).length })}</a>
          </span>
        ))}
      </Head>
      {rows.length === 0 || facts.columns.length === 0 ? (
        <EmptyGrid facts={facts} />
      ) : (
        shown.map((key) => <List key={key} list={key} rows={within(key)} facts={facts} />)
      )}
    </>
  );
}

function Head({ facts: { choice, themes }, children }: { facts: GridFacts; children: ReactNode }) {
  const t = useTranslations("agreement.categories");
  const words = useTranslations("agreement.grid");
  return (
    <ViewHead
      view="categories"
      title={t("heading")}
      choice={choice}
      filters={<ThemeFilter themes={themes} theme={choice.theme} />}
      end={
        <>
          <CsvDownload choice={choice} of="categories" />
          <PrintButton label={words("print")} />
        </>
      }
    >
      {children}
    </ViewHead>
  );
}

function List({ list, rows, facts }: { list: Key; rows: readonly GridRowData[]; facts: GridFacts }) {
  const t = useTranslations("agreement.categories");
  const words = useTranslations("agreement.grid");
  const columns = useCategoryColumns(facts.members);
  return (
    <Section id={list} title={t(`title.${list}`)} count={words("ofAll", { count: rows.length, total: facts.total })}>
      <p className="pt-2 text-small text-ink-2">{t(`rule.${list}`, { threshold: facts.tooFewBelow })}</p>
      {rows.length === 0 && list !== "not_shown" ? (
        <p className="py-3">{t(`none.${list}`)}</p>
      ) : (
        <Table
          caption={t(`title.${list}`)}
          className="categories"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.slug}
        />
      )}
    </Section>
  );
}

function useCategoryColumns(members: number): TableColumn<GridRowData>[] {
  const t = useTranslations("agreement.categories");
  const words = useTranslations("agreement.grid");
  const names = useTranslations("stances.short");
  return [
    {
      key: "title",
      label: words("proposition"),
      head: true,
      cell: ({ slug, number, title }) => (
        <span className="categories-title">
          <span className="categories-number">{number}</span> <Link href={`/propositions/${slug}`}>{title}</Link>
        </span>
      ),
    },
    { key: "category", label: t("category"), width: "220px", cell: (row) => <CategoryMark category={row.category} /> },
    {
      key: "in_support",
      label: t("support"),
      numeric: true,
      width: "88px",
      cell: (row) => <InSupport row={row} members={members} />,
    },
    ...stances.map(
      (stance): TableColumn<GridRowData> => ({
        key: stance,
        label: names(stance),
        numeric: true,
        width: stance === "support_with_reservation" ? "92px" : "76px",
        cell: (row) => <Count row={row} stance={stance} />,
      }),
    ),
  ];
}

/** Of all members, so that no one takes a few supporters and much silence for agreement. */
function InSupport({ row: { range }, members }: { row: GridRowData; members: number }) {
  const words = useTranslations("agreement.grid");
  if (!range) return <span className="categories-zero" />;
  return words("ofAll", { count: range.stated, total: members });
}

/** Every number opens the answers behind it; where some are hidden, a nought would say that nobody does. */
function Count({ row, stance }: { row: GridRowData; stance: Stance }) {
  const said = useTranslations("stances.counted");
  const words = useTranslations("agreement.grid");
  const count = row.counts[stance];
  if (count === 0) return <span className="categories-zero">{row.notShown === "some" ? "" : "0"}</span>;
  const label = words("count", { proposition: row.title, count: said(stance, { count }) });
  return (
    <Link href={`/propositions/${row.slug}#${stance}`} aria-label={label}>
      {count}
    </Link>
  );
}
