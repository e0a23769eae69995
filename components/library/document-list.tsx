import { useTranslations } from "next-intl";
import { FilterSelect } from "@/components/ui/filter-bar";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { type LibraryFilters, type LibraryItem, libraryKinds } from "@/lib/library/schema";
import { DocumentRow } from "./document-row";
import { LibraryNav } from "./library-nav";
import { ListTools } from "./list-tools";
import { NothingFound } from "./nothing-found";
import { ReportLayout } from "./report-layout";
import { JumpSide, SourceSide } from "./source-side";

type DocumentListProps = { items: readonly LibraryItem[]; all: number; choices: LibraryFilters };

/** Undated ones come last. */
const byDate = (a: LibraryItem, b: LibraryItem) => (a.date || "9999").localeCompare(b.date || "9999");

function DocumentTools({ choices, count }: { choices: LibraryFilters; count: string }) {
  const t = useTranslations("library");
  const any = useTranslations("report");
  const kinds = libraryKinds.map((value) => ({ value, label: t(`plural.${value}`) }));
  const places = [
    { value: "true", label: t("inReport") },
    { value: "false", label: t("elsewhere") },
  ];
  const fields = (
    <>
      <FilterSelect
        label={t("kind")}
        name="kind"
        value={choices.kind}
        options={[{ value: "", label: any("anyFeminine") }, ...kinds]}
      />
      <FilterSelect
        label={t("from")}
        name="inSource"
        value={choices.inSource}
        options={[{ value: "", label: t("anywhere") }, ...places]}
      />
    </>
  );
  const filters = { label: t("filters"), fields };
  return <ListTools search={t("search")} choices={choices} filters={filters} count={count} list="library" />;
}

export function DocumentList({ items, all, choices }: DocumentListProps) {
  const t = useTranslations("library");
  const groups = libraryKinds
    .map((kind) => ({ kind, found: items.filter((it) => it.kind === kind).toSorted(byDate) }))
    .filter(({ found }) => found.length > 0);
  const jumps = groups.map(({ kind, found }) => ({ id: kind, label: t(`plural.${kind}`), count: found.length }));
  const chosen = Object.keys(choices).length > 0;
  return (
    <div className="print-addresses">
      <LibraryNav current="documents" />
      <PageHead title={t("title")}>{t("lede", { count: all })}</PageHead>
      <DocumentTools
        choices={choices}
        count={chosen ? t("some", { count: items.length, all }) : t("count", { count: all })}
      />
      <ReportLayout
        label={t("contents")}
        side={
          <>
            <SourceSide />
            <JumpSide title={t("contents")} jumps={jumps} />
          </>
        }
      >
        {items.length === 0 && (
          <NothingFound back={t("showAll", { count: all })} href="/library">
            {t("empty")}
          </NothingFound>
        )}
        {groups.map(({ kind, found }) => (
          <Section key={kind} id={kind} title={t(`plural.${kind}`)} count={t("count", { count: found.length })}>
            {found.map((item) => (
              <DocumentRow key={item.slug} item={item} />
            ))}
          </Section>
        ))}
      </ReportLayout>
    </div>
  );
}
