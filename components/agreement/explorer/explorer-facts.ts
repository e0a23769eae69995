import type { StanceMark } from "@/components/stances/stances";
import { stanceLetters } from "@/lib/agreement/schema.compact-stances";

export type ExplorerFacts = {
  propositions: { number: number; slug: string; title: string; theme: string }[];
  organizations: { slug: string; code: string; short: string; own: boolean }[];
  /** For each proposition a letter for each organization: a tenth of the size of what it stands for. */
  marks: string[];
  someHidden: boolean;
};

const markOf = new Map(Object.entries(stanceLetters).map(([mark, letter]) => [letter, mark as StanceMark]));

export const readMark = ({ marks }: ExplorerFacts, proposition: number, organization: number): StanceMark =>
  markOf.get(marks[proposition]?.[organization] ?? "n") ?? "not_recorded";
