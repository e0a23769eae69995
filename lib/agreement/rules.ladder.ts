import type { CsvColumn } from "@/lib/platform/files/csv";
import type { Locale } from "@/lib/platform/i18n/routing";
import { interval } from "./rules";
import type { Counts } from "./schema";
import { type Check, checks, type Idea, type Rung } from "./schema.ladder";

export const specificityOf = (held: Record<Check, boolean>) => checks.filter((it) => held[it]).length;

/** Those who would stand behind it, and those who would not be against it; whoever has not decided makes it a range. */
export function buyIn(counts: Counts): Pick<Rung, "support" | "notOppose"> {
  const support = interval(counts);
  if (!support || counts.not_recorded === null) return { support: null, notOppose: null };
  const { stated, possible } = support;
  const bearing = counts.stand_aside;
  return { support: { stated, possible }, notOppose: { stated: stated + bearing, possible: possible + bearing } };
}

/** A figure that would tell of whoever is hidden is an empty cell, and the category says why. */
export const toLadderColumns = (language: Locale): CsvColumn<Rung & { idea: Idea }>[] => [
  { header: "idea", value: (it) => it.idea },
  { header: "number", value: (it) => it.number },
  { header: "slug", value: (it) => it.slug },
  { header: "title", value: (it) => it.title[language] },
  { header: "statement", value: (it) => it.statement[language] },
  ...checks.map((check): CsvColumn<Rung & { idea: Idea }> => ({ header: check, value: (it) => it.checks[check] })),
  { header: "specificity", value: (it) => it.specificity },
  { header: "support_stated", value: (it) => it.support?.stated },
  { header: "support_possible", value: (it) => it.support?.possible },
  { header: "not_oppose_stated", value: (it) => it.notOppose?.stated },
  { header: "not_oppose_possible", value: (it) => it.notOppose?.possible },
  { header: "of", value: (it) => it.of },
  { header: "category", value: (it) => it.category ?? "some_not_shown" },
  { header: "note", value: (it) => it.note[language] },
];
