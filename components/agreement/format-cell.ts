import type { StanceMark } from "@/components/stances/stances";
import type { Stance } from "@/lib/positions/schema";

/** Message patterns for the cell labels, filled in the browser: hundreds of full sentences would be sent otherwise. */
export type CellPatterns = {
  cell: string;
  count: string;
  noneShown: string;
  inSentence: Record<StanceMark, string>;
  /** What stands in the shape of a stance. */
  letters: Partial<Record<StanceMark, string>>;
  /** "3 support", by stance and number, for the numbers that occur. */
  counted: Partial<Record<Stance, Record<number, string>>>;
};

const fill = (pattern: string, parts: Record<string, string>) =>
  pattern.replace(/\{(\w+)\}/g, (whole, name: string) => parts[name] ?? whole);

export const formatCell = (
  { cell, inSentence }: CellPatterns,
  organization: string,
  proposition: string,
  mark: StanceMark,
) => fill(cell, { organization, proposition, stance: inSentence[mark] });

export const formatCount = ({ count, counted }: CellPatterns, proposition: string, stance: Stance, number: number) =>
  fill(count, { proposition, count: counted[stance]?.[number] ?? String(number) });

export const formatNoneShown = ({ noneShown, inSentence }: CellPatterns, proposition: string, stance: Stance) =>
  fill(noneShown, { proposition, stance: inSentence[stance] });
