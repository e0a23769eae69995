import { clsx } from "clsx";
import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { nestQuotes } from "@/lib/platform/text/nested-quotes";

/** Quotation marks follow the language of the words, with French spaces. */
const marks: Record<string, readonly [string, string]> = { en: ["“", "”"], fr: ["«\u00a0", "\u00a0»"] };

type QuoteProps = {
  lang?: string | undefined;
  block?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** Somebody's own words: italic serif in quotation marks, which no direction within them turns. */
export function Quote({ lang, block, className, children }: QuoteProps) {
  const locale = useLocale();
  const language = lang ?? locale;
  const [open, close] = marks[language] ?? ["“", "”"];
  const Box = block ? "blockquote" : "q";
  return (
    <Box className={clsx("quote", className)} lang={lang}>
      {open}
      <bdi>{typeof children === "string" ? nestQuotes(children, language) : children}</bdi>
      {close}
    </Box>
  );
}
