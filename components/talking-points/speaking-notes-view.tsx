import { useLocale, useTranslations } from "next-intl";
import { PrintButton } from "@/components/agreement/print-button";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { FileLink } from "@/components/ui/csv-link";
import { Segmented } from "@/components/ui/segmented";
import { toUrlWithParams } from "@/lib/platform/http/query-params";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import { audiences } from "@/lib/talking-points/constants";
import { HandoutSheet } from "./handout-sheet";
import type { SpeakingNotesFacts } from "./load-speaking-notes";
import { here, talkingPointHref } from "./talking-point-href";

/** One page to take to a microphone: the same words on screen, in print and as a file, in the language that is spoken. */
export function SpeakingNotesView({ facts }: { facts: SpeakingNotesFacts }) {
  const t = useTranslations("talkingPoints.notesPage");
  const list = useTranslations("talkingPoints.list");
  const texts = useTranslations("talkingPoints.text");
  const names = useTranslations("talkingPoints.audience");
  const locale = useLocale();
  const { handout, version, blocks } = facts;
  const { slug, title, language, audience } = handout;
  const at = talkingPointHref(slug);
  const choice = { version: version === undefined ? undefined : String(version), text: language, for: audience };
  const href = (changed: Record<string, string>) => toUrlWithParams(`${at}/speaking-notes`, { ...choice, ...changed });
  const file = { version: choice.version, language, audience };
  return (
    <>
      <Breadcrumb
        steps={[
          { label: list("title"), href: here },
          { label: pickLanguage(title, locale)?.text ?? list("untitled"), href: at },
        ]}
      />
      <div className="no-print flex flex-wrap items-center gap-x-6 gap-y-3 pt-5 pb-6">
        <Segmented
          label={texts("language")}
          segments={(["en", "fr"] as const).map((it) => ({
            href: href({ text: it }),
            label: texts(it === "en" ? "english" : "french"),
            current: language === it,
          }))}
        />
        <Segmented
          label={t("audience")}
          segments={audiences.map((it) => ({ href: href({ for: it }), label: names(it), current: audience === it }))}
        />
        <FileLink href={toUrlWithParams(`/api/v1${at}/speaking-notes.pdf`, file)} label={t("pdf")} />
        <PrintButton label={t("print")} />
      </div>
      <HandoutSheet blocks={blocks} lang={language} />
    </>
  );
}
