import { clsx } from "clsx";
import type { ReactNode } from "react";

type RecordTextProps = {
  /** Needed where the words are not in the page's language. */
  lang?: string | undefined;
  /** The same words in the other language, indented behind a hairline. */
  other?: { lang: string; text: ReactNode } | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** Words under negotiation or quoted from the record, in the serif, at a measure one can read. */
export function RecordText({ lang, other, className, children }: RecordTextProps) {
  return (
    <div className={clsx("words", className)}>
      <p lang={lang} dir="auto">
        {children}
      </p>
      {other && (
        <p className="words-other" lang={other.lang} dir="auto">
          {other.text}
        </p>
      )}
    </div>
  );
}

/** What is said about the words, behind the pen rule. */
export function Margin({ label, children }: { label?: string | undefined; children: ReactNode }) {
  return (
    <div className="margin" {...(label && { role: "group", "aria-label": label })}>
      {children}
    </div>
  );
}
