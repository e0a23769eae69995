import type { ReactNode } from "react";

type PageHeadProps = {
  title: ReactNode;
  /** One small line above the title: what it belongs to. */
  over?: ReactNode;
  /** The title in the other language. */
  other?: { lang: string; text: string } | undefined;
  /** The page in one sentence, with its counts. */
  children?: ReactNode;
  marks?: ReactNode;
  actions?: ReactNode;
};

/** The one title of a page, what it amounts to, and what can be done about all of it. */
export function PageHead({ title, over, other, marks, actions, children }: PageHeadProps) {
  return (
    <header className="head">
      <div className="head-words">
        {over && <p className="head-over">{over}</p>}
        <h1>{title}</h1>
        {other && (
          <p className="words-other-title" lang={other.lang}>
            {other.text}
          </p>
        )}
        {children && <p className="head-lede">{children}</p>}
        {marks && <div className="head-marks">{marks}</div>}
      </div>
      {actions && <div className="actions">{actions}</div>}
    </header>
  );
}
