import { useLocale, useTranslations } from "next-intl";
import { DiscussedAt } from "@/components/briefings/agenda/discussed-at";
import { Stamp } from "@/components/ui/stamp";
import type { Discussed } from "@/lib/briefings/schema.agenda";
import type { Recommendation } from "@/lib/report/schema";
import { FoundAt } from "./found-at";

type AgendaItemProps = { item: Recommendation; id?: string | undefined; discussed?: Discussed | undefined };

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div className="flex gap-2 md:contents">
      <dt className="text-small text-ink-3">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** One recommendation: what it says, to whom, how often, and where in the report. The title is its own address. */
export function AgendaItem({ item, id, discussed }: AgendaItemProps) {
  const t = useTranslations();
  const locale = useLocale();
  const to = item.addressees.map((code) => t(`codes.addressee.${code}`));
  return (
    <article
      id={id}
      className="grid gap-x-8 gap-y-3 border-b border-rule py-5 break-inside-avoid target:bg-pen-wash md:grid-cols-[minmax(0,1fr)_228px]"
    >
      <div className="grid content-start gap-1.5">
        <h3>
          <a href={`#${item.ref}`} className="text-ink no-underline hover:underline">
            {item.title[locale]}
          </a>
        </h3>
        <p className="max-w-[64ch]">{item.text[locale]}</p>
        <FoundAt section={item.section} locator={item.locator} />
        {discussed && <WhereDiscussed discussed={discussed} />}
      </div>
      <div className="grid content-start justify-items-start gap-2.5">
        <Stamp kind="source">{t("report.stamp", { ref: item.ref })}</Stamp>
        <dl className="flex flex-wrap gap-x-5 gap-y-1 text-table md:grid md:grid-cols-[52px_minmax(0,1fr)] md:gap-x-3">
          <Fact name={t("report.agenda.to")}>{to.join(", ")}</Fact>
          <Fact name={t("report.agenda.when")}>{t(`codes.cadence.${item.cadence}`)}</Fact>
        </dl>
      </div>
    </article>
  );
}

/** The last few meetings that had it on their agenda, or will. */
function WhereDiscussed({ discussed: { latest, total } }: { discussed: Discussed }) {
  const t = useTranslations("agendaDesk.about");
  return (
    <p className="text-small">
      {t("on")}{" "}
      {latest.map((it, at) => (
        <span key={it.briefing.slug}>
          {at > 0 && "; "}
          <DiscussedAt discussion={it} />
        </span>
      ))}{" "}
      {total > latest.length && <span className="text-ink-3">{t("more", { count: total - latest.length })}</span>}
    </p>
  );
}
