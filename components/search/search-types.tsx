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
import { type FoundType, foundTypes } from "@/lib/search/constants";
import type { FoundItem } from "@/lib/search/schema";

/** How each type is drawn. */
const icons: Record<(typeof foundTypes)[FoundType]["icon"], Icon> = {
  quote: MessageSquareQuote,
  speech: MessageSquareQuote,
  layers: Layers,
  building: Building2,
  list: ListTodo,
  calendar: CalendarDays,
  document: FileText,
  book: BookOpen,
  signpost: Signpost,
};

export function TypeIcon({ type }: { type: FoundType }) {
  const Icon = icons[foundTypes[type].icon];
  return <Icon />;
}

/** Null where no list can be asked for these words. */
export const listHref = (type: FoundType, q: string) => {
  const { list } = foundTypes[type];
  return list && `${list}?${new URLSearchParams({ q })}`;
};

/** A term is its two words; everything else has one title in the reader's language. */
export function FoundTitle({ type, item, locale }: { type: FoundType; item: FoundItem; locale: Locale }) {
  const other = locale === "en" ? "fr" : "en";
  if (type !== "glossary" || item.title.en === item.title.fr) return item.title[locale];
  return (
    <>
      <bdi>{item.title[locale]}</bdi>, <i lang={other}>{item.title[other]}</i>
    </>
  );
}
