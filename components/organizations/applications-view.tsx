import { useLocale, useTranslations } from "next-intl";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { CodeChip } from "@/components/ui/code-chip";
import { EmptyState } from "@/components/ui/empty-state";
import { longDay } from "@/components/ui/format-moment";
import { ButtonLink, Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { Stamp } from "@/components/ui/stamp";
import { Table, type TableColumn } from "@/components/ui/table";
import { useCodeLabel } from "@/components/ui/use-code-label";
import type { Application } from "@/lib/organizations/schema.application";

/** Applications that wait for the convener, the first to ask first. Null for everybody else. */
export function ApplicationsView({ applications }: { applications: readonly Application[] | null }) {
  const t = useTranslations("membership.applications");
  const organizations = useTranslations("organizations");
  const formatCode = useCodeLabel();
  const locale = useLocale();
  const crumbs = <Breadcrumb steps={[{ label: organizations("title"), href: "/organizations" }]} />;
  const others = <ButtonLink href="/organizations">{t("toOrganizations")}</ButtonLink>;
  if (!applications) {
    return (
      <>
        {crumbs}
        <PageHead title={t("notYours")}>{t("notYoursText")}</PageHead>
        {others}
      </>
    );
  }
  const columns: TableColumn<Application>[] = [
    {
      key: "name",
      label: t("column.name"),
      head: true,
      cell: (it) => (
        <span className="grid grid-cols-[32px_minmax(0,1fr)] items-start gap-x-3">
          <CodeChip code={it.code} name={it.name[locale]} />
          <span className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
            <Link href={`/organizations/${it.slug}/admission`} className="font-semibold">
              {it.name[locale]}
            </Link>
            {it.returning && <Stamp>{t("returning")}</Stamp>}
          </span>
        </span>
      ),
    },
    { key: "type", label: t("column.type"), cell: (it) => formatCode("organizationType", it.type) },
    { key: "province", label: t("column.province"), cell: (it) => formatCode("province", it.province) },
    { key: "at", label: t("column.at"), cell: (it) => longDay(new Date(it.at), locale) },
  ];
  return (
    <>
      {crumbs}
      <PageHead title={t("title")}>{t("lede", { count: applications.length })}</PageHead>
      {applications.length > 0 ? (
        <Table caption={t("title")} columns={columns} rows={applications} rowKey={(it) => it.slug} />
      ) : (
        <EmptyState action={others}>{t("empty")}</EmptyState>
      )}
    </>
  );
}
