import { useLocale, useTranslations } from "next-intl";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { OnPaper } from "@/components/ui/on-paper";
import { PageHead } from "@/components/ui/page-head";
import { Pagination } from "@/components/ui/pagination";
import { Table, type TableColumn } from "@/components/ui/table";
import type { AttendanceList } from "@/lib/briefings/schema.attendance";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";

type AttendanceViewProps = { slug: string; list: AttendanceList; first: boolean };

/** Who comes to a meeting, for its host. */
export function AttendanceView({ slug, list, first }: AttendanceViewProps) {
  const t = useTranslations("calendar.attendance");
  const briefings = useTranslations("briefings.list");
  const locale = useLocale();
  const { items, nextCursor, counts } = list;
  const title = pickLanguage(list.title, locale);
  const here = `/briefings/${slug}`;
  const columns: TableColumn<(typeof items)[number]>[] = [
    {
      key: "organization",
      label: t("organization"),
      head: true,
      cell: ({ organization }) => organization.name[locale],
    },
    {
      key: "given",
      label: t("given"),
      cell: ({ answer }) => (answer && !answer.earlierTime ? t(`answer.${answer.answer}`) : t("silent")),
    },
    { key: "people", label: t("people"), cell: ({ answer }) => (answer?.earlierTime ? "" : answer?.people.join(", ")) },
  ];
  return (
    <>
      <Breadcrumb
        steps={[
          { label: briefings("title"), href: "/briefings" },
          { label: title?.text ?? briefings("untitled"), href: here },
        ]}
      />
      <PageHead title={t("title")} over={<OnPaper>{title?.text}</OnPaper>}>
        {t("lede")}
      </PageHead>
      {items.length === 0 ? (
        <EmptyState>{t("empty")}</EmptyState>
      ) : (
        <>
          <p className="pb-4">{t("counts", counts)}</p>
          <Table caption={t("title")} columns={columns} rows={items} rowKey={({ organization }) => organization.slug} />
        </>
      )}
      <Pagination
        nextHref={nextCursor && `${here}/attendance?cursor=${encodeURIComponent(nextCursor)}`}
        firstHref={first ? null : `${here}/attendance`}
        size={50}
      />
    </>
  );
}
