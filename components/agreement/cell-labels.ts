import { useLocale, useTranslations } from "next-intl";
import { letters, type StanceMark, stanceMarks } from "@/components/stances/stances";
import type { GridRowData } from "./build-grid";
import { countedStances } from "./counted-stances";
import type { CellPatterns } from "./format-cell";

/** What the cells of these rows say, with every number that occurs in them. */
export function useCellPatterns(rows: readonly GridRowData[]): CellPatterns {
  const t = useTranslations("stances");
  const grid = useTranslations("agreement.grid");
  const locale = useLocale();
  const numbersOf = (stance: (typeof countedStances)[number]) => [...new Set(rows.map((row) => row.counts[stance]))];
  const inSentence = Object.fromEntries(stanceMarks.map((it) => [it, t(`inSentence.${it}`)]));
  return {
    cell: String(t.raw("cell")),
    count: String(grid.raw("count")),
    noneShown: String(grid.raw("noneShown")),
    inSentence: inSentence as Record<StanceMark, string>,
    letters: locale === "fr" ? letters.fr : letters.en,
    counted: Object.fromEntries(
      countedStances.map((it) => [
        it,
        Object.fromEntries(numbersOf(it).map((n) => [n, t(`counted.${it}`, { count: n })])),
      ]),
    ),
  };
}
