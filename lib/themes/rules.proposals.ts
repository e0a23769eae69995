import { fold } from "@/lib/platform/search";
import type { Parity, ProposalState } from "./schema.proposals";

type Words = { titleEn: string | null; titleFr: string | null; statementEn: string | null; statementFr: string | null };
type Standing = Words & { state: ProposalState; parity: Parity };

export type ProposalObstacle = "proposalDecided" | "notProposedYet" | "oneLanguage" | "parityNotEqual";

export const isOpen = (state: ProposalState) => state === "drafted" || state === "proposed";

export function decisionObstacle({ state }: Pick<Standing, "state">): ProposalObstacle | null {
  if (state === "drafted") return "notProposedYet";
  return state === "proposed" ? null : "proposalDecided";
}

/** Nothing is asked of anybody until both languages say the same. */
export function openingObstacle(it: Standing): ProposalObstacle | null {
  const decided = decisionObstacle(it);
  if (decided) return decided;
  if (!it.titleEn || !it.titleFr || !it.statementEn || !it.statementFr) return "oneLanguage";
  return it.parity === "equal" ? null : "parityNotEqual";
}

const longestSlug = 60;

/** A short name for an address, from the English title; with a number where it is taken. */
export function toSlug(title: string, taken: ReadonlySet<string>): string {
  const words = fold(title).match(/[a-z0-9]+/g) ?? [];
  const plain = words.reduce((so, word) => (so.length + word.length < longestSlug ? `${so}-${word}` : so), "").slice(1);
  const stem = plain || words[0]?.slice(0, longestSlug) || "proposition";
  for (let at = 1; ; at++) {
    const slug = at === 1 ? stem : `${stem}-${at}`;
    if (!taken.has(slug)) return slug;
  }
}

const longEnough = 4;

const wordsOf = (text: string) =>
  new Set(
    fold(text)
      .split(/[^a-z0-9]+/)
      .filter((word) => word.length >= longEnough),
  );

/** Words that two texts share, as they stand in the first: what makes them look alike, for whoever judges it. */
export function sharedWords(one: string, other: string): string[] {
  const theirs = wordsOf(other);
  return [...wordsOf(one)].filter((word) => theirs.has(word)).sort();
}
