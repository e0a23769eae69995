import { useTranslations } from "next-intl";
import { type Change, compareSides, compareWords } from "./compare-words";

export type DiffProps = { before: string; after: string; lang: string; className?: string | undefined };

/** By word, in reading order. Screen readers and paper get the marks in words, since they have no colour. */
export function Diff({ before, after, ...look }: DiffProps) {
  return <Marked changes={compareWords(before, after)} {...look} />;
}

/** One of two texts that stand beside each other, with what goes from it or what came into it. */
export function DiffSide({ side, before, after, ...look }: DiffProps & { side: "before" | "after" }) {
  return <Marked changes={compareSides(before, after)[side]} {...look} />;
}

type MarkedProps = Pick<DiffProps, "lang" | "className"> & { changes: readonly Change[] };

function Marked({ changes, lang, className = "diff" }: MarkedProps) {
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
