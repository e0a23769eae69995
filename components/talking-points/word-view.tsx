import { useLocale, useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { NeedsScript } from "@/components/ui/needs-script";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import type { WordFacts } from "./load-word";
import { MarkedForm } from "./marked-form";
import { here, talkingPointHref } from "./talking-point-href";

/** The text for Word in either language, and the way back for what a board marked in it. */
export function WordView({ facts: { point, organizations, open } }: { facts: WordFacts }) {
  const t = useTranslations("word.page");
  const list = useTranslations("talkingPoints.list");
  const locale = useLocale();
  const title = pickLanguage(point.title, locale)?.text ?? list("untitled");
  return (
    <ProvideMessages of={["talkingPoints.clauseKind", "word.page"]}>
      <Breadcrumb
        steps={[
          { label: list("title"), href: here },
          { label: title, href: talkingPointHref(point.slug) },
        ]}
      />
      <PageHead title={t("title")} over={title}>
        {t("lede")}
      </PageHead>
      <Section title={t("download")}>
        <div className="grid gap-4 pt-3 lg:grid-cols-2">
          {(["en", "fr"] as const).map((language) => (
            <Downloads key={language} point={point} language={language} />
          ))}
        </div>
      </Section>
      <Section title={t("upload")}>
        <p className="max-w-[64ch] pt-3">{t("rules")}</p>
        {!open || organizations.length === 0 ? (
          <EmptyState>{t(open ? "nobody" : "notOpen")}</EmptyState>
        ) : (
          <>
            <NeedsScript what="form" />
            <MarkedForm slug={point.slug} organizations={organizations} />
          </>
        )}
      </Section>
    </ProvideMessages>
  );
}

function Downloads({ point, language }: { point: WordFacts["point"]; language: "en" | "fr" }) {
  const t = useTranslations("word.page");
  const at = `/api/v1/talking-points/${point.slug}/text.docx?language=${language}`;
  const earlier = point.versions.filter(({ number }) => number < point.number);
  return (
    <div>
      <h3>{t(`language.${language}`)}</h3>
      <ul className="mt-2 grid gap-1.5">
        <li>
          <a href={at}>{t("plain", { number: point.number })}</a>
        </li>
        <li>
          <a href={`${at}&comments=amendments`}>{t("withAmendments")}</a>
        </li>
        {earlier.map(({ number }) => (
          <li key={number}>
            <a href={`${at}&since=${number}`}>{t("since", { number })}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
