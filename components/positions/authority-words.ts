import { useLocale, useTranslations } from "next-intl";
import { longDay } from "@/components/ui/moment";
import type { Rights } from "@/lib/positions/schema";
import { dayOf } from "./day";

/** A mandate in one line: who authorized it, by what instrument, when. */
export function useAuthorityWords() {
  const t = useTranslations("positions.text");
  const locale = useLocale();
  return (authority: Rights["mandate"]) =>
    authority && t("authorityWords", { ...authority, day: longDay(dayOf(authority.instrumentDate), locale) });
}
