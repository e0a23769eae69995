import { clsx } from "clsx";
import type { ReactNode } from "react";
import { Margin } from "./record-text";

type SheetAndMarginProps = {
  /** The number by which the words are known; it hangs in the sheet's left edge. */
  number?: ReactNode;
  /** What the margin holds, for those who hear the page. */
  label: string;
  margin: ReactNode;
  /** Under the sheet and beside the same margin. */
  below?: ReactNode;
  /** In one column: the margin after what is below, where that is what the reader came to do. */
  marginLast?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
};

const columns = "md:grid-cols-[minmax(0,1fr)_300px] lg:grid-cols-[minmax(0,1fr)_420px]! print:block!";

/**
 * Words on a sheet, and what people say about them beside it. Under 720px the margin folds under the words, behind the
 * same rule, and before what stands below: a remark is never further from its text than that. On paper the same: a
 * margin that runs over pages beside a sheet that ends on the first was printed over itself.
 */
export function SheetAndMargin({ number, label, margin, below, marginLast, className, children }: SheetAndMarginProps) {
  const beside = (
    <div key="margin" className="grid min-w-0 print:block md:col-start-2 md:row-span-2 md:row-start-1">
      <Margin label={label}>{margin}</Margin>
    </div>
  );
  const under = below && (
    <div key="below" className="min-w-0 md:col-start-1 md:row-start-2 md:pr-8">
      {below}
    </div>
  );
  return (
    <div className={clsx("grid content-start border-t-[1.5px] border-ink md:grid-rows-[auto_1fr]", columns, className)}>
      <div className="grid grid-cols-[28px_minmax(0,1fr)] content-start border-x border-b border-rule bg-sheet py-5 pr-4 pl-3 md:grid-cols-[52px_minmax(0,1fr)] md:border-r-0 md:pr-6 md:pl-0 print:border-0">
        <span className="pt-1 text-ink-2 tabular-nums md:pr-4 md:text-right">{number}</span>
        <div className="min-w-0">{children}</div>
      </div>
      {marginLast ? [under, beside] : [beside, under]}
    </div>
  );
}
