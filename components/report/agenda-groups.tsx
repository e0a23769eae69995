import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import type { Discussed } from "@/lib/briefings/schema.agenda";
import type { Recommendation } from "@/lib/report/schema";
import { AgendaItem } from "./agenda-item";
import { type Arrangement, groupByAddressee, groupByArea, groupByKind } from "./group-items";

type AgendaGroup = { id: string; label: string; items: Recommendation[] };

/** The items under named headings, by whichever arrangement the address asks for. */
export function useAgendaGroups(items: readonly Recommendation[], by: Arrangement): AgendaGroup[] {
  const t = useTranslations("codes");
  if (by === "addressee") {
    return groupByAddressee(items).map(({ code, items: found }) => ({
      id: `to-${code}`,
      label: t(`addressee.${code}`),
      items: found,
    }));
  }
  if (by === "kind") {
    return groupByKind(items).map(({ code, items: found }) => ({
      id: `kind-${code}`,
      label: t(`recommendationKind.${code}`),
      items: found,
    }));
  }
  return groupByArea(items).map(({ code, items: found }) => ({
    id: `area-${code}`,
    label: t(`regimeArea.${code}`),
    items: found,
  }));
}

/** An item's address leads to the first place it stands at: an address belongs to one place on a page. */
function firstGroupIds(groups: readonly AgendaGroup[]): Map<string, string> {
  const places = new Map<string, string>();
  for (const { id, items } of groups) for (const { ref } of items) if (!places.has(ref)) places.set(ref, id);
  return places;
}

type AgendaGroupsProps = { groups: readonly AgendaGroup[]; discussed: readonly Discussed[] };

const findDiscussed = (discussed: readonly Discussed[], ref: string) => discussed.find((it) => it.ref === ref);

export function AgendaGroups({ groups, discussed }: AgendaGroupsProps) {
  const t = useTranslations("report.agenda");
  const places = firstGroupIds(groups);
  return groups.map(({ id, label, items }) => (
    <Section key={id} id={id} title={label} count={t("count", { count: items.length })}>
      {items.map((item) => (
        <AgendaItem
          key={item.ref}
          item={item}
          id={places.get(item.ref) === id ? item.ref : undefined}
          discussed={findDiscussed(discussed, item.ref)}
        />
      ))}
    </Section>
  ));
}

type WatchedItemsProps = { items: readonly Recommendation[]; discussed: readonly Discussed[] };

/** Initiatives of others, which the report tells of: apart from what this network returns to. */
export function WatchedItems({ items, discussed }: WatchedItemsProps) {
  const t = useTranslations("report.agenda");
  if (items.length === 0) return null;
  return (
    <Section id="watched" title={t("watched")} count={t("count", { count: items.length })} className="pt-12">
      <p className="max-w-[64ch] pt-3 text-ink-2">{t("watchedText")}</p>
      {items.map((item) => (
        <AgendaItem key={item.ref} item={item} id={item.ref} discussed={findDiscussed(discussed, item.ref)} />
      ))}
    </Section>
  );
}
