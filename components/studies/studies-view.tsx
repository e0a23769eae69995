import { useFormatter, useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { longDay } from "@/components/ui/format-moment";
import { ButtonLink, Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { Pagination } from "@/components/ui/pagination";
import { Stamp } from "@/components/ui/stamp";
import { Table, type TableColumn } from "@/components/ui/table";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { StudyList, StudyListed } from "@/lib/studies/schema";
import { titleIn } from "./localized-text";

/** The consultations there are, newest first; whoever may adds one. */
export function StudiesView({ studies }: { studies: StudyList }) {
  const t = useTranslations("studies");
  const agreement = useTranslations("agreement.grid");
  const { mayImport } = studies.viewer;
  const columns = useColumns();
  const add = mayImport && <ButtonLink href="/studies/import">{t("add")}</ButtonLink>;
  return (
    <>
      <PageHead
        title={t("title")}
        over={<Link href="/agreement">{agreement("title")}</Link>}
        actions={studies.items.length > 0 ? add : undefined}
      >
        {t("lede")}
      </PageHead>
      {studies.items.length > 0 ? (
        <>
          <Table caption={t("list")} columns={columns} rows={studies.items} rowKey={({ slug }) => slug} />
          <Pagination
            firstHref={null}
            nextHref={studies.nextCursor ? `/studies?cursor=${studies.nextCursor}` : null}
            size={studies.items.length}
          />
        </>
      ) : (
        <EmptyState action={add}>{t(mayImport ? "empty" : "emptyAsk")}</EmptyState>
      )}
    </>
  );
}

function useColumns(): TableColumn<StudyListed>[] {
  const t = useTranslations("studies");
  const format = useFormatter();
  const locale = useLocale() as Locale;
  return [
    {
      key: "title",
      label: t("column.title"),
      head: true,
      cell: ({ slug, title, listing, state }) => (
        <span className="inline-flex flex-wrap items-center gap-2">
          <Link href={`/studies/${slug}`}>{titleIn(title, locale)}</Link>
          {listing === "network" && <Stamp>{t("networkOnly")}</Stamp>}
          {state !== "ready" && <Stamp kind="draft">{t(state === "computing" ? "computing" : "waiting")}</Stamp>}
        </span>
      ),
    },
    ...(["participants", "statements", "votes"] as const).map(
      (key): TableColumn<StudyListed> => ({
        key,
        label: t(`column.${key}`),
        numeric: true,
        cell: (it) => format.number(it[key]),
      }),
    ),
    {
      key: "added",
      label: t("column.added"),
      cell: ({ importedAt }) => longDay(new Date(importedAt), locale),
    },
  ];
}
