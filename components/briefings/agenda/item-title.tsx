import { useLocale, useTranslations } from "next-intl";
import { InOneLanguage } from "@/components/ui/in-one-language";
import { Link } from "@/components/ui/link";
import { titleOf } from "@/lib/briefings/rules.agenda";
import type { AgendaItem } from "@/lib/briefings/schema.agenda";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import { aboutHref } from "./agenda-href";

type Titled = Pick<AgendaItem, "kind" | "title" | "about">;

/** What an item is called, as plain words. */
export function useItemTitle() {
  const t = useTranslations("agendaDesk");
  const locale = useLocale();
  return (item: Titled): string => {
    const own = pickLanguage(item.title, locale)?.text;
    const about = item.about && pickLanguage(item.about.title, locale)?.text;
    if (item.kind === "approval" && !own) return about ? t("approvalOf", { title: about }) : t("approval");
    return own ?? about ?? t("untitled");
  };
}

/** The same as it is read, leading to the page of what it speaks of. */
export function ItemTitle({ item }: { item: Titled }) {
  const t = useTranslations("agendaDesk");
  const name = useItemTitle();
  const title = item.kind === "approval" ? null : titleOf(item);
  const words = title ? <InOneLanguage text={title} missing={t("untitled")} /> : name(item);
  const href = item.about && aboutHref(item.kind, item.about);
  return href ? <Link href={href}>{words}</Link> : words;
}
