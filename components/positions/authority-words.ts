import { useLocale, useTranslations } from "next-intl";
import { longDay } from "@/components/ui/moment";
import type { Rights } from "@/lib/positions/schema";
import { dayOf } from "./day";

/** A mandate in one line: who authorized it, by what instrument, when. */
export function useAuthorityWords() {
  const t = useTranslations("positions.text");
  const locale = useLocale();
  return (authority: Rights["mandate"]) => {
    if (!authority) return authority;
    const { authorizedBy, instrument, instrumentDate, selfAuthorized } = authority;
    const words = t("authorityWords", { authorizedBy, instrument, day: longDay(dayOf(instrumentDate), locale) });
    return selfAuthorized ? t("selfAuthorized", { authority: words }) : words;
  };
}
