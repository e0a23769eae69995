import { useLocale, useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ListFile } from "@/components/ui/csv-link";
import { EmptyState } from "@/components/ui/empty-state";
import { NeedsScript } from "@/components/ui/needs-script";
import { OnPaper } from "@/components/ui/on-paper";
import { PageHead } from "@/components/ui/page-head";
import { GroupHead, Section } from "@/components/ui/section";
import type { Paper } from "@/lib/briefings/schema.papers";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import { here } from "../briefing-href";
import type { PapersFacts } from "./load-papers";
import { PaperForm } from "./paper-form";
import { PaperRow } from "./paper-row";
import { briefingHref } from "./papers-href";

/** The papers of a meeting: those for all of it, then those for each item; and the form for another. */
export function PapersView({ facts }: { facts: PapersFacts }) {
  const t = useTranslations("papers.page");
  const briefings = useTranslations("briefings.list");
  const locale = useLocale();
  const { slug, papers, meeting, agenda, viewer, writer } = facts;
  const name = pickLanguage(meeting.title, locale);
  const { organizations, obstacle } = viewer;
  const groups = [null, ...agenda].map((item) => ({
    item,
    papers: papers.filter((it) => (it.item?.id ?? null) === (item?.id ?? null)),
  }));
  return (
    <ProvideMessages of={["papers.form", "papers.page"]}>
      <Breadcrumb
        steps={[
          { label: briefings("title"), href: here },
          { label: name?.text ?? briefings("untitled"), href: briefingHref(slug) },
        ]}
      />
      <PageHead title={t("title")} over={<OnPaper>{name?.text}</OnPaper>}>
        {t("lede")}
      </PageHead>
      {papers.length === 0 ? (
        <EmptyState>{t("none")}</EmptyState>
      ) : (
        groups.map((it) => it.papers.length > 0 && <Group key={it.item?.id ?? "meeting"} slug={slug} {...it} />)
      )}
      {papers.length > 0 && <ListFile list={`briefings/${slug}/papers`} choices={{}} />}
      <Section title={t("add")} id="hand-in" className="no-print">
        {obstacle && <p className="pt-3 text-ink-2">{t(`closed.${obstacle}`)}</p>}
        {!obstacle && organizations.length === 0 && <p className="pt-3 text-ink-2">{t("noRight")}</p>}
        {!obstacle && organizations.length > 0 && (
          <div className="pt-4">
            <NeedsScript what="form" />
            <PaperForm slug={slug} agenda={agenda} writer={writer} organizations={organizations} />
          </div>
        )}
      </Section>
    </ProvideMessages>
  );
}

type GroupProps = { slug: string; item: PapersFacts["agenda"][number] | null; papers: readonly Paper[] };

function Group({ slug, item, papers }: GroupProps) {
  const t = useTranslations("papers.page");
  const locale = useLocale();
  const title = item && (pickLanguage(item.title, locale)?.text ?? t("untitled"));
  return (
    <section className="pb-4">
      <GroupHead
        title={item ? t("item", { number: item.number, title: title ?? "" }) : t("meeting")}
        count={papers.length}
      />
      <ul className="rows">
        {papers.map((it) => (
          <PaperRow key={it.id} slug={slug} paper={it} />
        ))}
      </ul>
    </section>
  );
}
