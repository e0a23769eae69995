import { foldText } from "@/lib/platform/text/fold";
import type { Parity, ProposalState } from "./schema";

type ProposalColumns = {
  titleEn: string | null;
  titleFr: string | null;
  statementEn: string | null;
  statementFr: string | null;
};
type Standing = ProposalColumns & { state: ProposalState; parity: Parity };

export type ProposalObstacle = "proposalDecided" | "notProposedYet" | "oneLanguage" | "parityNotEqual";

/** How many sentences of one organization may wait for the convener at once. */
export const maxWaiting = 40;

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

/** A dispute about the two languages ends with other words, or by the convener's word; not by saying so. */
export function parityAfter(
  before: ProposalColumns & { parity: Parity },
  after: ProposalColumns,
  claimed: Parity,
): Parity {
  if (!after.titleEn || !after.titleFr || !after.statementEn || !after.statementFr) return "pending";
  return before.parity === "disputed" && areSameTexts(before, after) ? "disputed" : claimed;
}

const areSameTexts = (one: ProposalColumns, other: ProposalColumns) =>
  (["titleEn", "titleFr", "statementEn", "statementFr"] as const).every((key) => one[key] === other[key]);

const longestSlug = 60;

/** Pages stand at these addresses already. */
const reserved = new Set(["propose", "proposals"]);

/** A short name for an address, from the English title; with a number where it is taken. */
export function toSlug(title: string, taken: ReadonlySet<string>): string {
  const words = foldText(title).match(/[a-z0-9]+/g) ?? [];
  const plain = words.reduce((so, word) => (so.length + word.length < longestSlug ? `${so}-${word}` : so), "").slice(1);
  const stem = plain || words[0]?.slice(0, longestSlug) || "proposition";
  for (let at = 1; ; at++) {
    const slug = at === 1 ? stem : `${stem}-${at}`;
    if (!taken.has(slug) && !reserved.has(slug)) return slug;
  }
}

const longEnough = 4;

/** Words that any two sentences share: they say nothing of likeness. */
const small = new Set(
  `about after also been before between from have into more must other over should such than that their them then there
  these they this those through under what when where which while will with would
  afin ainsi alors apres aussi autre autres avant avec ayant cette ceux chez comme dans depuis devrait devraient doit
  doivent dont elle elles entre etre leur leurs lors mais meme nous pour plus sans selon sont sous tous tout toute
  toutes vers vous`.split(/\s+/),
);

const termsOf = (text: string) =>
  new Set(
    foldText(text)
      .split(/[^a-z0-9]+/)
      .filter((word) => word.length >= longEnough && !small.has(word)),
  );

/** Words that two texts share, as they stand in the first: what makes them look alike, for whoever judges it. */
export function sharedTerms(one: string, other: string): string[] {
  const theirs = termsOf(other);
  return [...termsOf(one)].filter((word) => theirs.has(word)).sort();
}
