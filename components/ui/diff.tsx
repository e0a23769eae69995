import { useTranslations } from "next-intl";
import { compareWords } from "./compare-words";

export type DiffProps = { before: string; after: string; lang: string; className?: string | undefined };

/** By word, in reading order. Screen readers and paper get the marks in words, since they have no colour. */
export function Diff({ before, after, lang, className = "diff" }: DiffProps) {
  const t = useTranslations("ui");
  return (
    <p className={className} lang={lang}>
      {compareWords(before, after).map(({ kind, text }, place) => {
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
