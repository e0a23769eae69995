import { useLocale, useTranslations } from "next-intl";
import { longDay } from "@/components/ui/format-moment";
import type { Rights } from "@/lib/positions/schema";
import { noonOf } from "../../lib/platform/time/noon-of";

/** A mandate in one line: who authorized it, by what instrument, when. */
export function useAuthorityText() {
  const t = useTranslations("positions.text");
  const locale = useLocale();
  return (authority: Rights["mandate"]) => {
    if (!authority) return authority;
    const { authorizedBy, instrument, instrumentDate, selfAuthorized } = authority;
    const line = t("authorityLine", { authorizedBy, instrument, day: longDay(noonOf(instrumentDate), locale) });
    return selfAuthorized ? t("selfAuthorized", { authority: line }) : line;
  };
}
