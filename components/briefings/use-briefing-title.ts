import { useLocale, useTranslations } from "next-intl";
import type { BriefingName } from "@/lib/briefings/schema";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";

/** What a meeting is called, in the reader's language or in the only one there is. */
export function useBriefingTitle() {
  const t = useTranslations("briefings.list");
  const locale = useLocale();
  return ({ title }: Pick<BriefingName, "title">) => pickLanguage(title, locale)?.text ?? t("untitled");
}
