import { useFormatter, useLocale, useTranslations } from "next-intl";
import { letters, type StanceMark, stanceMarks } from "@/components/ui/stances";
import type { Measures } from "@/lib/agreement/schema";
import type { Row } from "./arrange";
import { counted } from "./counted";
import { useCounts } from "./counts";
import type { Said } from "./say-cell";

/** What a row says in words. */
export function useSayings() {
  const grid = useTranslations("agreement");
  const counts = useCounts();
  const format = useFormatter();
  const figure = (it: number) => format.number(it, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return {
    counts,
    measures: ({ a, consensus }: NonNullable<Measures>) =>
      grid("shortMeasures", { a: figure(a), consensus: figure(consensus) }),
  };
}

/** What the cells of these rows say, with every number that occurs in them. */
export function useSaid(rows: readonly Row[]): Said {
  const t = useTranslations("stances");
  const grid = useTranslations("agreement");
  const locale = useLocale();
  const numbersOf = (stance: (typeof counted)[number]) => [...new Set(rows.map((row) => row.counts[stance]))];
  const inSentence = Object.fromEntries(stanceMarks.map((it) => [it, t(`inSentence.${it}`)]));
  return {
    cell: String(t.raw("cell")),
    count: String(grid.raw("count")),
    noneShown: String(grid.raw("noneShown")),
    inSentence: inSentence as Record<StanceMark, string>,
    letters: locale === "fr" ? letters.fr : letters.en,
    counted: Object.fromEntries(
      counted.map((it) => [it, Object.fromEntries(numbersOf(it).map((n) => [n, t(`counted.${it}`, { count: n })]))]),
    ),
  };
}
