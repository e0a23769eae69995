import { useLocale, useTranslations } from "next-intl";
import { PrintButton } from "@/components/agreement/print-button";
import { HandoutSheet } from "@/components/talking-points/handout-sheet";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { FileLink } from "@/components/ui/csv-link";
import { Segmented } from "@/components/ui/segmented";
import { toUrlWithParams } from "@/lib/platform/http/query-params";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import { here } from "../briefing-href";
import { briefingHref, packHref } from "../papers/papers-href";
import type { PackFacts } from "./load-pack";

/** The pack of a meeting: the same words on screen, in print and as a file, in the language that is spoken there. */
export function PackView({ facts: { pack, blocks } }: { facts: PackFacts }) {
  const t = useTranslations("papers.pack");
  const briefings = useTranslations("briefings.list");
  const texts = useTranslations("talkingPoints.text");
  const locale = useLocale();
  const { slug, language, title } = pack;
  const at = packHref(slug);
  return (
    <>
      <Breadcrumb
        steps={[
          { label: briefings("title"), href: here },
          { label: pickLanguage(title, locale)?.text ?? briefings("untitled"), href: briefingHref(slug) },
        ]}
      />
      <div className="no-print flex flex-wrap items-center gap-x-6 gap-y-3 pt-5 pb-6">
        <Segmented
          label={t("languageLabel")}
          segments={(["en", "fr"] as const).map((it) => ({
            href: `${at}?text=${it}`,
            label: texts(it === "en" ? "english" : "french"),
            current: language === it,
          }))}
        />
        <FileLink href={toUrlWithParams(`/api/v1${at}.pdf`, { language })} label={t("pdf")} />
        <PrintButton label={t("print")} />
      </div>
      <HandoutSheet blocks={blocks} lang={language} />
    </>
  );
}
