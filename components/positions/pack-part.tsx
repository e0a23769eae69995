import { Diff } from "@/components/ui/diff";
import type { Part } from "@/lib/positions/rules.parts";

type PackPartProps = { part: Part; language: string; id: string | undefined };

const looks: Partial<Record<Part["as"], string>> = {
  over: "text-small text-ink-2",
  small: "text-small text-ink-2",
  words: "words",
  otherWords: "words-other",
};

/** One paragraph of a decision's page. */
export function PackPart({ part, language, id }: PackPartProps) {
  const { as, text, before = "", lang, strong, href } = part;
  if (as === "title") return <h2 id={id}>{text}</h2>;
  if (as === "head") return <h3>{text}</h3>;
  if (as === "diff") return <Diff before={before} after={text} lang={lang ?? language} />;
  if (as === "quote")
    return (
      <p className="quote" lang={lang}>
        {text}
      </p>
    );
  if (href)
    return (
      <p>
        <a href={href}>{text}</a>
      </p>
    );
  return (
    <p className={looks[as]} lang={lang}>
      {strong ? <b>{text}</b> : text}
    </p>
  );
}
