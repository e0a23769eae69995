import { matchesAllWords } from "@/lib/platform/text/fold";
import type { FoundItem } from "./schema";

/** Those that bear the words in their title or note stand before those that merely speak of them. */
export function rank(q: string, items: readonly FoundItem[]): { items: FoundItem[]; named: number } {
  const bearing = (it: FoundItem) => matchesAllWords(q, [it.title.en, it.title.fr, it.note]);
  const named = items.filter(bearing);
  return { items: [...named, ...items.filter((it) => !bearing(it))], named: named.length };
}

/** So many rows among several, one in turn, until there are no more of either. */
export function share(rows: number, wanted: readonly number[]): number[] {
  const given = wanted.map(() => 0);
  let left = Math.min(
    rows,
    wanted.reduce((sum, it) => sum + it, 0),
  );
  while (left > 0) {
    for (const [at, most] of wanted.entries()) {
      if (left === 0 || (given[at] ?? 0) >= most) continue;
      given[at] = (given[at] ?? 0) + 1;
      left -= 1;
    }
  }
  return given;
}
