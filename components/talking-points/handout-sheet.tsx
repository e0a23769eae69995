import { clsx } from "clsx";
import type { Block } from "@/lib/platform/documents/blocks";

const classes: Partial<Record<Block["kind"], string>> = {
  eyebrow: "text-small text-ink-2",
  wording: "words whitespace-pre-line pt-2",
  text: "pt-1",
  small: "text-small text-ink-2",
  quote: "border-l-2 border-pen pl-3 text-small whitespace-pre-line",
};

/** What stands on a paper, block by block, on the page: the same words as in print and in the file. */
export function HandoutSheet({ blocks, lang }: { blocks: readonly Block[]; lang: "en" | "fr" }) {
  return (
    <article lang={lang} className="grid max-w-measure gap-1">
      {blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no name but their place
        <SheetBlock key={at} block={block} />
      ))}
    </article>
  );
}

function SheetBlock({ block: { kind, text, lang, strong } }: { block: Block }) {
  if (kind === "title")
    return (
      <h1 lang={lang} className="font-semibold text-h1">
        {text}
      </h1>
    );
  if (kind === "head") return <h2 className="mt-6 border-b-[1.5px] border-ink pb-1 font-semibold text-h3">{text}</h2>;
  return (
    <p lang={lang} dir="auto" className={clsx(classes[kind], strong && "font-semibold", "[overflow-wrap:anywhere]")}>
      {text}
    </p>
  );
}
