import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StanceCell } from "@/components/stances/stance-cell";
import type { StanceMark } from "@/components/stances/stances";

type StanceLineProps = {
  stance: StanceMark;
  provisional?: boolean | undefined;
  stale?: boolean | undefined;
  /** The shorter word, for a column. */
  short?: boolean | undefined;
  /** Instead of the stance's own word. */
  title?: string | undefined;
  /** After the word: a count, a day, stamps. */
  children?: ReactNode;
};

/** The cell and its word, side by side. */
export function StanceLine({ stance, provisional, stale, short, title, children }: StanceLineProps) {
  const t = useTranslations("stances");
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2.5 gap-y-1">
      <StanceCell stance={stance} provisional={provisional} stale={stale} />
      <span>{title ?? t(`${short ? "short" : "name"}.${stance}`)}</span>
      {children}
    </span>
  );
}
