import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import type { Briefing } from "@/lib/briefings/schema";
import { briefingHref, briefingsHref } from "./briefing-href";
import { PhaseStamps } from "./briefing-stamps";
import { useBriefingTitle } from "./use-briefing-title";

type Hosted = { items: Briefing[]; total: number };
/** For whoever reads of no meetings, and where there are none. */
export const noBriefings: Hosted = { items: [], total: 0 };

/** The meetings that an organization hosts, the latest that were planned. */
export function HostedBriefings({ briefings: { items, total }, host }: { briefings: Hosted; host: string }) {
  const t = useTranslations("briefings");
  const titleOf = useBriefingTitle();
  if (total === 0) return null;
  return (
    <Section title={t("organization.title")} count={total} id="briefings" className="mt-10">
      <ul className="rows">
        {items.map((it) => (
          <li key={it.slug} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-table">
            <Link href={briefingHref(it.slug)}>{titleOf(it)}</Link>
            <PhaseStamps briefing={it} />
          </li>
        ))}
      </ul>
      {total > items.length && (
        <p className="pt-3">
          <Link href={briefingsHref({ host })}>{t("list.found", { count: total })}</Link>
        </p>
      )}
    </Section>
  );
}
