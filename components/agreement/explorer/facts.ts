import { type StanceMark, shapes, stanceMarks } from "@/components/ui/stances";
import type { Sheet } from "../arrange";

export type ExplorerFacts = {
  propositions: { number: number; slug: string; title: string; theme: string }[];
  organizations: { slug: string; code: string; short: string; own: boolean }[];
  /** For each proposition a letter for each organization: a tenth of the size of what it stands for. */
  marks: string[];
  someHidden: boolean;
};

const markOf = new Map<string, StanceMark>(stanceMarks.map((mark) => [shapes[mark], mark]));

export const readMark = ({ marks }: ExplorerFacts, proposition: number, organization: number): StanceMark =>
  markOf.get(marks[proposition]?.[organization] ?? "n") ?? "not_recorded";

/** What the explorer answers from: everything this reader may read, once, so that no click asks the server. */
export function toExplorerFacts({ columns, groups }: Sheet): ExplorerFacts {
  const rows = groups.flatMap((group) => group.rows).sort((a, b) => a.number - b.number);
  return {
    propositions: rows.map(({ number, slug, title, theme }) => ({ number, slug, title, theme })),
    organizations: columns.map(({ slug, code, short, own }) => ({ slug, code, short, own })),
    marks: rows.map((row) => row.marks.map((mark) => shapes[mark]).join("")),
    someHidden: rows.some((row) => row.notShown === "some"),
  };
}
