import { useTranslations } from "next-intl";
import type { TextChange } from "./compare-texts";

type MarkedProps = { changes: readonly TextChange[]; lang: string; className?: string | undefined };

/** Screen readers and paper get the marks in words, since they have no colour. */
export function MarkedChanges({ changes, lang, className = "diff" }: MarkedProps) {
  const t = useTranslations("ui");
  return (
    <p className={className} lang={lang}>
      {changes.map(({ kind, text }, place) => {
        const key = `${kind}${String(place)}`;
        if (kind === "same") return <span key={key}>{text}</span>;
        const Mark = kind === "removed" ? "del" : "ins";
        return (
          <Mark key={key}>
            <span className="said">{t(kind)} </span>
            {text}
            <span className="said">]</span>
          </Mark>
        );
      })}
    </p>
  );
}
