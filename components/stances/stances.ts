import type { categories } from "@/lib/agreement/constants";
import { stances } from "@/lib/positions/constants";

export const stanceMarks = [...stances, "not_recorded", "not_shown"] as const;
export type Stance = (typeof stances)[number];
export type StanceMark = (typeof stanceMarks)[number];

export type Category = (typeof categories)[number];

/** A letter never means two things across the two languages: French support is P ("pour"), since A is an English stand-aside. */
export const letters = {
  en: { support: "S", support_with_reservation: "R", undecided: "U", stand_aside: "A", oppose: "O", no_mandate: "M" },
  fr: { support: "P", support_with_reservation: "R", undecided: "I", stand_aside: "E", oppose: "O", no_mandate: "M" },
} as const;

/** The letter, or nothing where there is no box to put it in. */
export function letterOf(mark: StanceMark, locale: string): string | null {
  const table: Partial<Record<StanceMark, string>> = locale === "fr" ? letters.fr : letters.en;
  return table[mark] ?? null;
}

/** Shape and pattern, by class; stances.css draws them. */
export const shapes: Record<StanceMark, string> = {
  support: "s",
  support_with_reservation: "r",
  undecided: "u",
  stand_aside: "a",
  oppose: "o",
  no_mandate: "m",
  not_recorded: "n",
  not_shown: "h",
};
