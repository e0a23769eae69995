import { Diff } from "@/components/ui/diff";
import type { Block } from "@/lib/board-pack/rules.blocks";

type DecisionBlockProps = { part: Block; language: string; id: string | undefined };

const classNames: Partial<Record<Block["as"], string>> = {
  over: "text-small text-ink-2",
  small: "text-small text-ink-2",
  words: "words",
  otherWords: "words-other",
};

/** One paragraph of a decision's page. */
export function DecisionBlock({ part, language, id }: DecisionBlockProps) {
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
    <p className={classNames[as]} lang={lang}>
      {strong ? <b>{text}</b> : text}
    </p>
  );
}
