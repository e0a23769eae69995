import { useFormatter, useLocale, useTranslations } from "next-intl";
import { type StanceMark, stanceMarks } from "@/components/ui/stances";
import type { Measures } from "@/lib/agreement/schema";
import type { Stance } from "@/lib/positions/schema";
import { useCounts } from "./counts";

type Parts = Record<string, string>;

/** Some hundreds of sentences that differ in names alone: the pattern is looked up once, the names are put in. */
const fill = (pattern: string, parts: Parts) =>
  pattern.replace(/\{(\w+)\}/g, (whole, name: string) => parts[name] ?? whole);

/** What the cells of the grid say, found once for all its rows. */
export function useSayings() {
  const t = useTranslations("stances");
  const grid = useTranslations("agreement");
  const counts = useCounts();
  const locale = useLocale();
  const inSentence = Object.fromEntries(stanceMarks.map((it) => [it, t(`inSentence.${it}`)])) as Record<
    StanceMark,
    string
  >;
  const [cell, count, noneShown] = [t.raw("cell"), grid.raw("count"), grid.raw("noneShown")] as [
    string,
    string,
    string,
  ];
  const format = useFormatter();
  const figure = (it: number) => format.number(it, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return {
    locale,
    counts,
    cell: (organization: string, proposition: string, mark: StanceMark) =>
      fill(cell, { organization, proposition, stance: inSentence[mark] }),
    count: (proposition: string, stance: Stance, said: number) =>
      fill(count, { proposition, count: t(`counted.${stance}`, { count: said }) }),
    measures: ({ a, consensus }: NonNullable<Measures>) =>
      grid("shortMeasures", { a: figure(a), consensus: figure(consensus) }),
    noneShown: (proposition: string, stance: Stance) => fill(noneShown, { proposition, stance: inSentence[stance] }),
  };
}

export type Sayings = ReturnType<typeof useSayings>;
