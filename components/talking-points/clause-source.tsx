import { useLocale, useTranslations } from "next-intl";
import { Stamp } from "@/components/ui/stamp";
import { sourceLineIn } from "@/lib/talking-points/rules.print";
import type { Clause } from "@/lib/talking-points/schema.text";

/** What a clause rests on, by the title that the library has in the reader's language. */
export function SourceLine({ clause: { source } }: { clause: Clause }) {
  const t = useTranslations("talkingPoints.notes");
  const locale = useLocale();
  if (!source) return null;
  return (
    <p className="text-ink-2">
      {t("source", { source: sourceLineIn(source, locale) })}{" "}
      {source.outside && <Stamp kind="outside">{t("outsideSource")}</Stamp>}
    </p>
  );
}
