import { Diff } from "@/components/ui/diff";
import type { Block } from "@/lib/platform/documents/blocks";

type DecisionBlockProps = { block: Block; language: string; id: string | undefined };

const classNames: Partial<Record<Block["kind"], string>> = {
  eyebrow: "text-small text-ink-2",
  small: "text-small text-ink-2",
  wording: "words",
  otherWording: "words-other",
};

/** One paragraph of a decision's page. */
export function DecisionBlock({ block, language, id }: DecisionBlockProps) {
  const { kind, text, before = "", lang, strong, href } = block;
  if (kind === "title") return <h2 id={id}>{text}</h2>;
  if (kind === "head") return <h3>{text}</h3>;
  if (kind === "diff") return <Diff before={before} after={text} lang={lang ?? language} />;
  if (kind === "quote")
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
    <p className={classNames[kind]} lang={lang}>
      {strong ? <b>{text}</b> : text}
    </p>
  );
}
