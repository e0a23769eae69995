import { useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { Table } from "@/components/ui/table";
import { useCodeLabel } from "@/components/ui/use-code-label";
import type { Closing, ClosingDays } from "@/lib/network/schema.closing-days";
import { useDayRange } from "./use-day-range";
import { YearLinks } from "./year-links";

const address = "/network/closing-days";

/** On which days of a year offices are closed, members away, or the network at rest. */
export function ClosingDaysView({ closingDays }: { closingDays: ClosingDays }) {
  const t = useTranslations("closingDays");
  const locale = useLocale();
  const writeRange = useDayRange();
  const sayWhere = useWhere();
  const { year, closings, suggested, viewer } = closingDays;
  const edit = `${address}/edit?year=${year}`;
  const waiting = viewer.mayChange && suggested.length > 0;
  return (
    <>
      <PageHead title={t("title")} actions={viewer.mayChange && <ButtonLink href={edit}>{t("edit")}</ButtonLink>}>
        {t("lede")}
      </PageHead>
      <p className="max-w-[72ch] pb-4 text-ink-2">{t("deadlines")}</p>
      <YearLinks year={year} address={address} />
      {closings.every(({ kind }) => kind === "federal") && <EmptyState>{t("none", { year: String(year) })}</EmptyState>}
      {waiting && <p className="no-print pb-4">{t("waiting", { count: suggested.length, year: String(year) })}</p>}
      <Table
        caption={t("caption", { year: String(year) })}
        rows={closings}
        rowKey={({ kind, firstOn, lastOn, name }) => `${kind} ${firstOn} ${lastOn} ${name.en}`}
        columns={[
          { key: "days", label: t("days"), head: true, cell: (it) => writeRange(it, year) },
          { key: "what", label: t("what"), cell: ({ name }) => name[locale] },
          { key: "kind", label: t("kind"), cell: ({ kind }) => t(`kinds.${kind}`) },
          { key: "where", label: t("where"), cell: sayWhere },
        ]}
      />
    </>
  );
}

/** The provinces by name, or whom it concerns where it is none. */
function useWhere() {
  const t = useTranslations("closingDays");
  const label = useCodeLabel();
  return ({ kind, provinces }: Closing) => {
    if (provinces.length > 0) return provinces.map((code) => label("province", code)).join(", ");
    if (kind === "blackout") return t("network");
    return t(kind === "sitting" ? "parliament" : "everywhere");
  };
}
