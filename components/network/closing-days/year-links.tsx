import { useTranslations } from "next-intl";
import { Segmented } from "@/components/ui/segmented";
import { sensibleYears } from "@/lib/platform/time/sensible-day";

/** The same page for the year before and the year after. */
export function YearLinks({ year, address }: { year: number; address: string }) {
  const t = useTranslations("closingDays");
  const years = [year - 1, year, year + 1].filter((it) => sensibleYears.first <= it && it <= sensibleYears.last);
  return (
    <div className="no-print pb-4">
      <Segmented
        label={t("years")}
        segments={years.map((it) => ({ href: `${address}?year=${it}`, label: String(it), current: it === year }))}
      />
    </div>
  );
}
