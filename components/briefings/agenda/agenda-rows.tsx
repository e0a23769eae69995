import { clsx } from "clsx";
import { useLocale, useTranslations } from "next-intl";
import { InOneLanguage } from "@/components/ui/in-one-language";
import { Stamp } from "@/components/ui/stamp";
import { useTimeOfDay } from "@/components/ui/use-time-of-day";
import type { Agenda, AgendaItem } from "@/lib/briefings/schema.agenda";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import { ItemTitle } from "./item-title";

/** The items in their order: when each begins, how long it takes, what it is and why it is here. */
export function AgendaRows({ agenda }: { agenda: Agenda }) {
  const t = useTranslations("agendaDesk");
  const timeOfDay = useTimeOfDay();
  const { zone } = agenda.briefing;
  return (
    <ol className="rows">
      {agenda.items.map((item) => (
        <li
          key={item.id}
          className={clsx(
            "grid gap-x-4 gap-y-1 break-inside-avoid",
            item.starts
              ? "grid-cols-[4.5rem_minmax(0,1fr)] md:grid-cols-[4.5rem_4.5rem_minmax(0,1fr)_auto]"
              : "grid-cols-[6.5rem_minmax(0,1fr)] md:grid-cols-[6.5rem_4.5rem_minmax(0,1fr)_auto]",
          )}
        >
          <span className="text-ink-2 tabular-nums">
            {item.starts ? (
              <time dateTime={item.starts.at}>{timeOfDay(new Date(item.starts.at), zone)}</time>
            ) : (
              t("at", { count: item.after ?? 0 })
            )}
          </span>
          <span className="tabular-nums">
            <b>{t("minutes", { count: item.minutes })}</b>
          </span>
          <ItemText item={item} />
          <ItemMarks item={item} agenda={agenda} />
        </li>
      ))}
    </ol>
  );
}

function ItemText({ item }: { item: AgendaItem }) {
  const t = useTranslations("agendaDesk");
  const locale = useLocale();
  const facts = [
    item.lead && t("lead", { organization: item.lead.name[locale] }),
    item.papers > 0 && t("papers", { count: item.papers }),
    item.proposedBy && t("proposedBy", { organization: item.proposedBy.name[locale] }),
  ].filter(Boolean);
  return (
    <div className="col-span-2 grid gap-0.5 md:col-span-1">
      <h3 className="font-semibold">
        <ItemTitle item={item} />
      </h3>
      <p className="text-ink-2 text-table empty:hidden">
        <InOneLanguage text={item.why} />
      </p>
      {facts.length > 0 && <p className="text-ink-3 text-small">{facts.join(". ")}</p>}
    </div>
  );
}

/** Where it comes from, and where it differs from the meeting around it. */
function ItemMarks({ item, agenda }: { item: AgendaItem; agenda: Agenda }) {
  const t = useTranslations("agendaDesk");
  const locale = useLocale();
  const { about, kind, inheritedFrom, outcome } = item;
  const from = inheritedFrom && pickLanguage(inheritedFrom.title, locale)?.text;
  return (
    <div className="col-span-2 flex flex-wrap content-start gap-1.5 md:col-span-1 md:justify-end">
      {kind === "recommendation" && about ? (
        <Stamp kind="source">{t("source", { ref: about.ref })}</Stamp>
      ) : (
        kind !== "free" && <Stamp>{t(`kind.${kind}`)}</Stamp>
      )}
      {inheritedFrom && (
        <span title={t("inheritedFrom", { title: from ?? t("untitled") })}>
          <Stamp>{t("inherited")}</Stamp>
        </span>
      )}
      {item.rule !== agenda.attribution && <Stamp kind="caution">{t(`rule.${item.rule}`)}</Stamp>}
      {outcome !== "open" && <Stamp kind={outcome === "reached" ? "usable" : "draft"}>{t(`outcome.${outcome}`)}</Stamp>}
    </div>
  );
}
