import { useTranslations } from "next-intl";
import { Segmented } from "@/components/ui/segmented";
import { toUrlWithParams } from "@/lib/platform/http/query-params";
import type { DeskDisplay, Language } from "./desk-rows";
import { talkingPointHref } from "./talking-point-href";

/** With every change marked or as it would read, and in which language: each has its own address. */
export function DeskControls({ slug, display }: { slug: string; display: DeskDisplay }) {
  const t = useTranslations("amendments.desk");
  const texts = useTranslations("talkingPoints.text");
  const { clean, language } = display;
  const href = (next: DeskDisplay) =>
    toUrlWithParams(`${talkingPointHref(slug)}/consolidation`, {
      clean: next.clean ? "true" : undefined,
      text: next.language,
    });
  const inLanguage = (wanted: Language | undefined, label: string) => ({
    ...{ href: href({ clean, language: wanted }), label, current: language === wanted },
  });
  return (
    <div className="no-print mt-6 flex flex-wrap gap-x-4 gap-y-2 pb-3 text-small">
      <Segmented
        label={t("changes")}
        segments={[
          { href: href({ clean: false, language }), label: t("withChanges"), current: !clean },
          { href: href({ clean: true, language }), label: texts("clean"), current: clean },
        ]}
      />
      <Segmented
        label={texts("language")}
        segments={[
          inLanguage("en", texts("english")),
          inLanguage(undefined, texts("both")),
          inLanguage("fr", texts("french")),
        ]}
      />
    </div>
  );
}
