import { useLocale, useTranslations } from "next-intl";
import { PrintButton } from "@/components/agreement/print-button";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { longDay } from "@/components/ui/format-moment";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Stamp } from "@/components/ui/stamp";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Findings, Study } from "@/lib/studies/schema";
import type { StudyFacts } from "./load-studies";
import { LocalizedText, titleIn } from "./localized-text";
import { RemoveStudy } from "./remove-study";
import { StatementList } from "./statement-list";
import "./studies.css";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { StudyMap } from "./study-map";
import { StudyProgress } from "./study-progress";
import { AllStatements, MarksTable } from "./study-tables";
import { VoteKey } from "./vote-bar";

/** One consultation: its map, each group by what sets it apart, what most agree on, and every statement. */
export function StudyView({ facts }: { facts: StudyFacts }) {
  const { study } = facts;
  return (
    <>
      <Head study={study} />
      {study.findings ? (
        <>
          <StudyMap study={study} findings={study.findings} />
          <Found findings={study.findings} />
          <AllStatements facts={facts} />
          <MarksTable findings={study.findings} />
        </>
      ) : (
        <ProvideMessages of={["studies"]}>
          <StudyProgress slug={study.slug} state={study.state} done={study.done} />
        </ProvideMessages>
      )}
    </>
  );
}

function Head({ study }: { study: Study }) {
  const t = useTranslations("studies");
  const locale = useLocale() as Locale;
  const { title, about, source, slug } = study;
  const day = longDay(new Date(study.importedAt), locale);
  const count = (key: "participants" | "statements" | "votes") => t(key, { count: study[key] });
  const file = (part: string) => `/api/v1/studies/${slug}/export?part=${part}&language=${locale}`;
  return (
    <>
      <Breadcrumb steps={[{ label: t("title"), href: "/studies" }]} />
      <PageHead
        title={<LocalizedText pair={title} />}
        marks={study.listing === "network" && <Stamp>{t("networkOnly")}</Stamp>}
        actions={
          study.viewer.mayRemove && (
            <ProvideMessages of={["studies"]}>
              <RemoveStudy slug={slug} title={titleIn(title, locale)} />
            </ProvideMessages>
          )
        }
      >
        {t("summary", {
          participants: count("participants"),
          statements: count("statements"),
          votes: count("votes"),
        })}
      </PageHead>
      <div className="study-about">
        {(about.en || about.fr) && (
          <p className="max-w-[64ch]">
            <LocalizedText pair={about} />
          </p>
        )}
        <p className="map-small">
          {source && <>{t("source", { source })} · </>}
          {t("added", { day })}
        </p>
        {study.findings && (
          <p className="study-files no-print">
            <a href="#statements">{t("statementsTitle")}</a>
            <a href="#table">{t("marksTitle")}</a>
            <a href={file("statements")}>{t("csvStatements")}</a>
            <a href={file("map")}>{t("csvMap")}</a>
            <PrintButton label={t("print")} />
          </p>
        )}
      </div>
    </>
  );
}

function Found({ findings: { groups, agreed, together } }: { findings: Findings }) {
  const t = useTranslations("studies");
  const letters = groups.map(({ letter }) => letter);
  return (
    <>
      <div className="pt-6">
        <VoteKey />
      </div>
      {groups.map(({ letter, size, representative }) => (
        <Section
          key={letter}
          id={`group-${letter}`}
          title={t("groupTitle", { letter })}
          count={t("mark", { count: size })}
        >
          <p className="pt-2 text-small text-ink-2">{t(representative.length > 0 ? "groupRule" : "groupNone")}</p>
          <StatementList statements={representative} letters={letters} sideOf={(side) => t(`side.${side}`)} />
        </Section>
      ))}
      <Section id="agreed" title={t("agreed")} count={agreed.length}>
        <p className="pt-2 text-small text-ink-2">{t(agreed.length > 0 ? "agreedRule" : "agreedNone")}</p>
        <StatementList statements={agreed} letters={letters} sideOf={(side) => t(`mostly.${side}`)} />
      </Section>
      {together.length > 0 && (
        <Section id="together" title={t("together")} count={together.length}>
          <p className="pt-2 text-small text-ink-2">{t("togetherRule")}</p>
          <StatementList statements={together} letters={letters} />
        </Section>
      )}
    </>
  );
}
