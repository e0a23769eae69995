import { useTranslations } from "next-intl";
import type { TextChange } from "../../lib/platform/text/compare-texts";

type MarkedProps = { changes: readonly TextChange[]; lang: string; className?: string | undefined };

/** Screen readers and paper get the marks in words, since they have no colour. */
export function MarkedChanges({ changes, lang, className = "diff" }: MarkedProps) {
  const t = useTranslations("ui");
  return (
    <p className={className} lang={lang} dir="auto">
      {changes.map(({ kind, text }, place) => {
        const key = `${kind}${String(place)}`;
        if (kind === "same") return <span key={key}>{text}</span>;
        if (kind === "typography")
          return (
            <span key={key}>
              {text} <span className="font-sans text-small text-ink-3 not-italic">{t("typographyOnly")}</span>
            </span>
          );
        const Mark = kind === "removed" ? "del" : "ins";
        return (
          <Mark key={key}>
            <span className="said">{t(kind)} </span>
            {text.trim() ? text : t("space")}
            <span className="said">]</span>
          </Mark>
        );
      })}
    </p>
  );
}
