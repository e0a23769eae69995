import type { ReactNode } from "react";

type ClauseRowProps = {
  id: string;
  number: string;
  /** Names the row for whoever hears the page. */
  title: ReactNode;
  children: ReactNode;
  margin: ReactNode;
};

/** Number, words, margin: what is said of some words never drifts to others. */
export function ClauseRow({ id, number, title, children, margin }: ClauseRowProps) {
  return (
    <article
      id={id}
      aria-labelledby={`${id}-title`}
      className="group grid break-inside-avoid border-b border-rule lg:grid-cols-[minmax(0,1fr)_420px] print:grid-cols-[minmax(0,1fr)_62mm]"
    >
      <div className="grid grid-cols-[auto_minmax(0,1fr)] content-start gap-x-3 border-l border-rule bg-sheet p-4 group-target:bg-pen-wash md:grid-cols-[44px_minmax(0,1fr)] md:p-6 lg:border-r-0">
        <span className="font-words text-body leading-7 text-ink-2 tabular-nums" aria-hidden="true">
          {number}
        </span>
        <div className="grid content-start gap-2">
          <h2 id={`${id}-title`} className="font-words">
            {title}
          </h2>
          {children}
        </div>
      </div>
      <div className="margin max-lg:my-4 max-lg:ml-4 lg:py-6 print:m-0! print:py-6">{margin}</div>
    </article>
  );
}
