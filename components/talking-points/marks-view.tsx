import { useLocale, useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { InOneLanguage } from "@/components/ui/in-one-language";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import { ClauseMarks } from "./clause-marks";
import type { MarksFacts } from "./load-marks";
import { here, talkingPointHref } from "./talking-point-href";
import { WalkAwayView } from "./walk-away-view";

/** Clause marks: how many have marked, what the reader's organization says in private, and for the convener who walks away. */
export function MarksView({ facts }: { facts: MarksFacts }) {
  const t = useTranslations("talkingPoints.marks");
  const list = useTranslations("talkingPoints.list");
  const locale = useLocale();
  const { point, marks } = facts;
  return (
    <ProvideMessages of={["accounts.reauthenticate", "talkingPoints"]}>
      <Breadcrumb
        steps={[
          { label: list("title"), href: here },
          { label: pickLanguage(point.title, locale)?.text ?? list("untitled"), href: talkingPointHref(point.slug) },
        ]}
      />
      <PageHead title={t("title")} over={<InOneLanguage text={point.title} />}>
        {t("lede")} <b>{t("counted", { marked: marks.marked, consulted: marks.consulted })}</b>
      </PageHead>
      {marks.convener && <WalkAwayView facts={facts} view={marks.convener} />}
      {marks.own.map((own) => (
        <OwnMarks key={own.organization.slug} own={own} facts={facts} />
      ))}
      {!marks.convener && <Sentences facts={facts} />}
    </ProvideMessages>
  );
}

/** What everybody reads of each clause: one sentence, which says the same whether little or nothing is known. */
function Sentences({ facts: { marks } }: { facts: MarksFacts }) {
  const t = useTranslations("talkingPoints.marks");
  return (
    <Section title={t("sentences")} className="mt-8">
      <dl className="grid gap-2 pt-3">
        {marks.clauses.map(({ key, number, redLine }) => (
          <div key={key} className="flex flex-wrap gap-x-3">
            <dt className="font-semibold">{t("ofClause", { number })}</dt>
            <dd>{redLine ? t("redLine") : t("noneKnown")}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

type Own = MarksFacts["marks"]["own"][number];

function OwnMarks({ own, facts }: { own: Own; facts: MarksFacts }) {
  const t = useTranslations("talkingPoints.marks");
  const locale = useLocale();
  const { organization, consulted, mayMark } = own;
  const name = organization.name[locale];
  return (
    <Section title={t("own", { organization: name })} className="no-print mt-8">
      <div className="grid gap-5 pt-3">
        {!mayMark && (
          <p>{consulted ? t("notYours", { organization: name }) : t("notConsulted", { organization: name })}</p>
        )}
        <ClauseMarks own={own} {...facts} />
      </div>
    </Section>
  );
}
