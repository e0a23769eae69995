import type { Locale } from "@/lib/platform/i18n/routing";
import type { MapFacts } from "./load-map";

/** What is drawn: the facts of the table, without what only words can say. */
export function toPicture({ map, own }: Pick<MapFacts, "map" | "own">, locale: Locale) {
  return {
    marks: map.marks.map(({ slug, short, x, y, faint, group }) => ({
      slug,
      short: short[locale],
      own: own.has(slug),
      x,
      y,
      faint,
      group,
    })),
    pulls: map.pulls.map(({ number, x, y }) => ({ number, x, y })),
    letters: map.groups.letters,
  };
}
