import type { ThingKind } from "@/lib/briefings/constants.agenda";
import { matchesAllWords } from "@/lib/platform/text/fold";

/** A thing that an item can speak of. `ref` names it to the API; `mark` is how it is cited. */
export type ThingOption = { ref: string; mark: string; area: string; title: string };
export type ThingOptions = Record<ThingKind, readonly ThingOption[]>;

export const cited = ({ mark, title }: ThingOption) => (mark ? `${mark}. ${title}` : title);

/** Those that have all of the words, in whatever accents and capitals, in this area of the regime. */
export const findThings = (options: readonly ThingOption[], { words, area }: { words: string; area: string }) =>
  options.filter((it) => (!area || it.area === area) && matchesAllWords(words, [it.mark, it.title]));
