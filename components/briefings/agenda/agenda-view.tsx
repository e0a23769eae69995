import { useTranslations } from "next-intl";
import { PrintButton } from "@/components/agreement/print-button";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { useTimeOfDay } from "@/components/ui/use-time-of-day";
import type { Agenda } from "@/lib/briefings/schema.agenda";
import { agendaHref } from "./agenda-href";
import { AgendaRows } from "./agenda-rows";
import { CallForItems } from "./call-for-items";
import { CaucusRoles } from "./caucus-roles";
import type { AgendaFacts } from "./load-agenda";

type AgendaViewProps = {
  facts: AgendaFacts;
  /** A part of the page of a meeting, or a page of its own, from which nothing leads to itself; or what the desk prints. */
  place: "section" | "page" | "paper";
};

/** What a meeting speaks about, with its times and what it adds up to; what is proposed for it; and for a caucus, who says what. */
export function AgendaView({ facts: { agenda, roles, things }, place }: AgendaViewProps) {
  const t = useTranslations("agendaDesk");
  const { items, total, minutes, viewer, briefing } = agenda;
  const prepares = (viewer.mayEdit || viewer.mayMark) && place === "section";
  return (
    <ProvideMessages of={["agendaDesk"]}>
      <Section
        title={t(place === "page" ? "edit.items" : "title")}
        id="agenda"
        count={items.length > 0 ? t("total", { total, minutes }) : undefined}
      >
        {items.length > 0 ? <AgendaRows agenda={agenda} /> : <EmptyState>{t("empty")}</EmptyState>}
        <AgendaFoot agenda={agenda} />
        <div className="actions no-print pt-3">
          {prepares && <ButtonLink href={agendaHref(briefing.slug)}>{t("desk")}</ButtonLink>}
          {items.length > 0 && <PrintButton label={t("print")} />}
        </div>
      </Section>
      {roles && <CaucusRoles agenda={roles} />}
      <CallForItems agenda={agenda} things={things} />
    </ProvideMessages>
  );
}

/** When it is over, if each item takes its minutes; and by how much that is too long. */
function AgendaFoot({ agenda: { ends, over, items, briefing } }: { agenda: Agenda }) {
  const t = useTranslations("agendaDesk");
  const timeOfDay = useTimeOfDay();
  if (items.length === 0) return null;
  return (
    <>
      {ends && <p className="pt-3 text-ink-2">{t("ends", { time: timeOfDay(new Date(ends.at), briefing.zone) })}</p>}
      {over > 0 && <p className="notice notice-amber mt-3">{t("over", { count: over })}</p>}
    </>
  );
}
