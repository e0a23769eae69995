import { useLocale, useTranslations } from "next-intl";
import { longDay, shortDay } from "@/components/ui/format-moment";
import type { Closing } from "@/lib/network/schema.closing-days";
import { noonOf } from "@/lib/platform/time/noon-of";

type Days = Pick<Closing, "firstOn" | "lastOn">;

/** One day or a range in words; with its year where the page does not say it, or where the range crosses into another. */
export function useDayRange() {
  const t = useTranslations("closingDays");
  const locale = useLocale();
  return ({ firstOn, lastOn }: Days, year?: number) => {
    const inYear = [firstOn, lastOn].every((day) => day.startsWith(`${year}-`));
    const write = (day: string) => (inYear ? shortDay : longDay)(noonOf(day), locale);
    return firstOn === lastOn ? write(firstOn) : t("range", { first: write(firstOn), last: write(lastOn) });
  };
}
