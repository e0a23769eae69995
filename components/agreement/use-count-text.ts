import { useTranslations } from "next-intl";
import type { Counts } from "@/lib/agreement/schema";
import { stances } from "@/lib/positions/constants";

/** "11 support, 3 with reservation": what was stated, in words; what nobody stated is left out. */
export function useCountText() {
  const t = useTranslations("stances");
  return (counts: Counts): string => {
    const said: string[] = stances
      .filter((it) => counts[it] > 0)
      .map((it) => t(`counted.${it}`, { count: counts[it] }));
    if (counts.not_recorded) said.push(t("counted.not_recorded", { count: counts.not_recorded }));
    if (counts.not_recorded === null) said.push(t("category.some_not_shown").toLowerCase());
    return said.join(", ");
  };
}
