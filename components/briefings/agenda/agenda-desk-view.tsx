import { useLocale, useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { NeedsScript } from "@/components/ui/needs-script";
import { OnPaper } from "@/components/ui/on-paper";
import { PageHead } from "@/components/ui/page-head";
import { useCodeLabel } from "@/components/ui/use-code-label";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import { regimeAreas } from "@/lib/propositions/schema";
import { here } from "../briefing-href";
import { AgendaDesk } from "./agenda-desk";
import { briefingHref } from "./agenda-href";
import { AgendaView } from "./agenda-view";
import type { loadAgendaDesk } from "./load-agenda";
import { MarkOutcomes } from "./mark-outcomes";

type AgendaDeskViewProps = Awaited<ReturnType<typeof loadAgendaDesk>>;

/** Where an agenda is prepared by whoever hosts, said to be reached after the meeting, and read by everybody else. */
export function AgendaDeskView({ facts, desk }: AgendaDeskViewProps) {
  const t = useTranslations("agendaDesk");
  const briefings = useTranslations("briefings.list");
  const codes = useCodeLabel();
  const locale = useLocale();
  const { briefing } = facts.agenda;
  const title = pickLanguage(briefing.title, locale)?.text ?? t("untitled");
  const prepares = desk?.agenda.viewer.mayEdit;
  return (
    <ProvideMessages of={["agendaDesk"]}>
      <Breadcrumb
        steps={[
          { label: briefings("title"), href: here },
          { label: title, href: briefingHref(briefing.slug) },
        ]}
      />
      <PageHead
        title={prepares ? <DeskTitle title={title} /> : t("title")}
        over={!prepares && <OnPaper>{title}</OnPaper>}
      >
        {prepares && <span className="no-print">{t("edit.lede")}</span>}
      </PageHead>
      {prepares && <NeedsScript what="form" />}
      {desk?.agenda.viewer.mayMark && (
        <div className="no-print mb-8">
          <MarkOutcomes agenda={desk.agenda} writer={desk.writer} />
        </div>
      )}
      {desk && prepares ? (
        <>
          <div className="no-print">
            <AgendaDesk {...desk} areas={regimeAreas.map((value) => ({ value, label: codes("regimeArea", value) }))} />
          </div>
          {/* On paper an agenda is read, and not prepared. */}
          <div className="print-only">
            <AgendaView facts={facts} place="paper" />
          </div>
        </>
      ) : (
        <AgendaView facts={facts} place="page" />
      )}
    </ProvideMessages>
  );
}

/** On screen the desk, on paper the meeting whose agenda is printed. */
function DeskTitle({ title }: { title: string }) {
  const t = useTranslations("agendaDesk");
  return (
    <>
      <span className="no-print">{t("deskTitle")}</span>
      <OnPaper>{title}</OnPaper>
    </>
  );
}
