import {
  BookOpen,
  Building2,
  CalendarDays,
  FileText,
  type Icon,
  Layers,
  ListTodo,
  MessageSquareQuote,
  Signpost,
} from "@/components/ui/icons";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { FoundItem, FoundType } from "@/lib/search/schema";

/** How each type is drawn, and the page that lists all that bear the same words. */
const types: Record<FoundType, { icon: Icon; list: string | null }> = {
  proposition: { icon: MessageSquareQuote, list: "/positions" },
  theme: { icon: Layers, list: null },
  organization: { icon: Building2, list: "/organizations" },
  recommendation: { icon: ListTodo, list: "/agenda" },
  timeline: { icon: CalendarDays, list: "/timeline" },
  library: { icon: FileText, list: "/library" },
  glossary: { icon: BookOpen, list: "/glossary" },
  dilemma: { icon: Signpost, list: "/dilemmas" },
};

export function TypeIcon({ type }: { type: FoundType }) {
  const Icon = types[type].icon;
  return <Icon />;
}

/** Null where no list can be asked for these words. */
export const listHref = (type: FoundType, q: string) => {
  const { list } = types[type];
  return list && `${list}?${new URLSearchParams({ q })}`;
};

/** A term is its two words; everything else has one title in the reader's language. */
export function FoundTitle({ type, item, locale }: { type: FoundType; item: FoundItem; locale: Locale }) {
  const other = locale === "en" ? "fr" : "en";
  if (type !== "glossary" || item.title.en === item.title.fr) return item.title[locale];
  return (
    <>
      {item.title[locale]}, <i lang={other}>{item.title[other]}</i>
    </>
  );
}
