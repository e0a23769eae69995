import { useLocale, useTranslations } from "next-intl";
import { CodeChip } from "@/components/ui/code-chip";
import { Link } from "@/components/ui/link";
import { Table, type TableColumn } from "@/components/ui/table";
import { useCodeLabel } from "@/components/ui/use-code-label";
import type { Organization } from "@/lib/organizations/schema";
import { OrganizationMarks } from "./organization-marks";

/** Who is in the network, and how each of them decides at home. */
export function OrganizationList({ organizations }: { organizations: readonly Organization[] }) {
  const t = useTranslations("organizations");
  const formatCode = useCodeLabel();
  const locale = useLocale();
  const columns: TableColumn<Organization>[] = [
    {
      key: "name",
      label: t("column.name"),
      head: true,
      cell: (it) => (
        <span className="grid grid-cols-[32px_minmax(0,1fr)] items-start gap-x-3">
          <CodeChip code={it.code} name={it.name[locale]} />
          <span className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
            <Link href={`/organizations/${it.slug}`} className="font-semibold">
              {it.name[locale]}
            </Link>
            <OrganizationMarks organization={it} />
          </span>
        </span>
      ),
    },
    { key: "type", label: t("column.type"), cell: (it) => formatCode("organizationType", it.type) },
    { key: "province", label: t("column.province"), cell: (it) => formatCode("province", it.province) },
    { key: "status", label: t("column.status"), cell: (it) => t(`status.${it.status}`) },
    {
      key: "rule",
      label: t("column.rule"),
      cell: (it) => (
        <span>
          {formatCode("signOffKind", it.signOffKind)}
          <span className="block text-small text-ink-3">{t("days", { days: it.signOffTypicalDays })}</span>
        </span>
      ),
    },
  ];
  return <Table caption={t("title")} columns={columns} rows={organizations} rowKey={(it) => it.slug} />;
}
