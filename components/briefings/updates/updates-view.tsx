import { useLocale, useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { NeedsScript } from "@/components/ui/needs-script";
import { OnPaper } from "@/components/ui/on-paper";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import { briefingHref } from "../agenda/agenda-href";
import { here } from "../briefing-href";
import type { loadUpdatesDesk } from "./load-updates";
import { UpdateForm } from "./update-form";
import { UpdatesList } from "./updates-list";

type UpdatesViewProps = Awaited<ReturnType<typeof loadUpdatesDesk>>;

/** What members tell each other before they meet, and where each files its own. */
export function UpdatesView({ updates, own, themes, writer }: UpdatesViewProps) {
  const t = useTranslations("agendaDesk");
  const briefings = useTranslations("briefings.list");
  const locale = useLocale();
  const { briefing } = updates;
  const title = pickLanguage(briefing.title, locale)?.text ?? t("untitled");
  return (
    <ProvideMessages of={["agendaDesk"]}>
      <Breadcrumb
        steps={[
          { label: briefings("title"), href: here },
          { label: title, href: briefingHref(briefing.slug) },
        ]}
      />
      <PageHead title={t("updates.title")} over={<OnPaper>{title}</OnPaper>}>
        {t("updates.lede")}
      </PageHead>
      {own.length > 0 && <NeedsScript what="form" />}
      {own.map((filing) => (
        <Section
          key={filing.organization.slug}
          id={`own-${filing.organization.slug}`}
          title={t("updates.own", { organization: filing.organization.name[locale] })}
          className="no-print"
        >
          <UpdateForm filing={filing} themes={themes} writer={writer} />
        </Section>
      ))}
      <UpdatesList updates={updates} place="page" />
    </ProvideMessages>
  );
}
