import { useLocale, useTranslations } from "next-intl";
import { longDay } from "@/components/ui/format-moment";
import { InOneLanguage } from "@/components/ui/in-one-language";
import { Section } from "@/components/ui/section";
import { Stamp } from "@/components/ui/stamp";
import type { Agenda, AgendaItem } from "@/lib/briefings/schema.agenda";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import { ItemTitle, useItemTitle } from "./item-title";
import { ProposeItem } from "./propose-item";
import { TakeBackItem } from "./take-back-item";
import type { ThingOptions } from "./thing-options";

type CallForItemsProps = { agenda: Agenda; things: ThingOptions | null };

/** Until when items may be proposed, what was, and what became of it. */
export function CallForItems({ agenda: { call, proposed, briefing, viewer }, things }: CallForItemsProps) {
  const t = useTranslations("agendaDesk.call");
  const locale = useLocale();
  if (!call && proposed.length === 0) return null;
  // A day of the calendar: the same day wherever it is read.
  const day = call && longDay(new Date(`${call.closesOn}T00:00Z`), locale, "UTC");
  return (
    <Section title={t("title")} id="call" count={proposed.length || undefined} className="mt-8">
      {day && <p className="py-3 text-ink-2">{t(call.open ? "open" : "closed", { day })}</p>}
      {proposed.length > 0 && (
        <ul className="rows">
          {proposed.map((item) => (
            <ProposedItem key={item.id} item={item} briefing={briefing.slug} />
          ))}
        </ul>
      )}
      {things && viewer.proposesFor.length > 0 && (
        <ProposeItem
          briefing={briefing.slug}
          organizations={viewer.proposesFor.map((it) => ({ value: it.slug, label: it.name[locale] }))}
          things={things}
        />
      )}
    </Section>
  );
}

function ProposedItem({ item, briefing }: { item: AgendaItem; briefing: string }) {
  const t = useTranslations("agendaDesk");
  const locale = useLocale();
  const name = useItemTitle();
  const { declined, proposedBy } = item;
  const reason = declined && pickLanguage(declined.reason, locale);
  return (
    <li className="grid gap-1">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <b className="font-semibold">
          <ItemTitle item={item} />
        </b>
        <span>{t("minutes", { count: item.minutes })}</span>
        {item.kind !== "free" && <Stamp>{t(`kind.${item.kind}`)}</Stamp>}
      </p>
      <p className="text-ink-2 text-table empty:hidden">
        <InOneLanguage text={item.why} />
      </p>
      {proposedBy && (
        <p className="text-ink-3 text-small">{t("proposedBy", { organization: proposedBy.name[locale] })}</p>
      )}
      {declined && reason && (
        <p className="text-amber" lang={reason.lang}>
          {t("call.declined", { day: longDay(new Date(declined.at), locale), reason: reason.text })}
        </p>
      )}
      {item.viewer.mayTakeBack && <TakeBackItem briefing={briefing} item={item.id} title={name(item)} />}
    </li>
  );
}
