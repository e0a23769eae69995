import type { CsvColumn } from "@/lib/platform/files/csv";
import type { Locale } from "@/lib/platform/i18n/routing";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import { type Statement, type StatementTally, type StudyMark, sides } from "./schema";

const votes = [...sides, "pass"] as const;

/** Statements as a table; a count that is not told is an empty cell. */
export function toStatementColumns(letters: readonly string[], language: Locale): CsvColumn<Statement>[] {
  const tallies = (name: string, of: (it: Statement) => StatementTally | null | undefined): CsvColumn<Statement>[] =>
    votes.map((vote) => ({ header: `${name}_${vote}`, value: (it) => of(it)?.[vote] }));
  return [
    { header: "statement", value: (it) => it.key },
    { header: "text", value: (it) => pickLanguage(it.text, language)?.text },
    { header: "left_out", value: (it) => it.moderatedOut },
    ...tallies("all", (it) => it.all),
    ...letters.flatMap((letter, group) => tallies(`group_${letter.toLowerCase()}`, (it) => it.byGroup[group])),
    { header: "all_groups", value: (it) => it.together },
    { header: "apart", value: (it) => it.apart },
  ];
}

/** The clusters of the map; an empty size is fewer than five. */
export const toMapColumns = (): CsvColumn<StudyMark>[] => [
  { header: "x", value: (it) => it.x },
  { header: "y", value: (it) => it.y },
  { header: "participants", value: (it) => it.size },
  { header: "group", value: (it) => it.group },
];
