import { useLocale, useTranslations } from "next-intl";
import { longDay, sameDay } from "@/components/ui/format-moment";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { useTimeOfDay } from "@/components/ui/use-time-of-day";
import type { Home } from "@/lib/home/schema";

type Happened = Home["since"]["items"][number];

/** What happened to one proposition stands in one row. */
function toThings(items: readonly Happened[]) {
  const things = new Map<string, Happened[]>();
  for (const it of items) things.set(it.proposition.slug, [...(things.get(it.proposition.slug) ?? []), it]);
  return [...things.values()];
}

/** What others committed to or withdrew since the reader's last visit. It needs nothing from them. */
export function RecentChanges({ since, now }: { since: Home["since"]; now: Date }) {
  const t = useTranslations("home.since");
  const names = useTranslations("stances.name");
  const locale = useLocale();
  const timeOfDay = useTimeOfDay();
  const { lastHere, items, total } = since;
  const visit = lastHere ? new Date(lastHere) : null;
  const title = !visit
    ? t("titleFirst")
    : sameDay(visit, now)
      ? t("titleToday", { time: timeOfDay(visit) })
      : t("title", { day: longDay(visit, locale) });
  const describe = ({ kind, organization, stance, before }: Happened) => {
    const facts = { organization: organization.short[locale], stance: names(stance) };
    if (kind === "withdrawn") return t("withdrawn", facts);
    if (before === null) return t("recorded", facts);
    return before === stance ? t("confirmed", facts) : t("moved", { ...facts, before: names(before) });
  };
  return (
    <Section title={title}>
      {items.length === 0 && <p className="pt-3 text-ink-2">{t("none")}</p>}
      <ul className="rows">
        {toThings(items).map((happened) =>
          happened[0] ? (
            <li
              key={happened[0].proposition.slug}
              className="grid items-baseline gap-x-6 gap-y-1 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
            >
              <Link href={`/propositions/${happened[0].proposition.slug}`} className="font-semibold">
                {happened[0].proposition.title[locale]}
              </Link>
              <div className="text-table text-ink-2">
                {happened.map((it) => (
                  <p key={`${it.organization.slug}-${it.at}`}>{describe(it)}</p>
                ))}
              </div>
            </li>
          ) : null,
        )}
      </ul>
      {total > items.length && (
        <p className="pt-3 text-small text-ink-3">{t("latest", { shown: items.length, total })}</p>
      )}
    </Section>
  );
}
