import { suggestSlug } from "@/lib/organizations/rules.naming";
import { foldText } from "@/lib/platform/text/fold";
import type { OfficeChange } from "./schema";

/** An address under /offices that is a page of its own. */
const reserved = ["add"];

/** An address made of the title, unlike those that are taken. */
export const slugFor = (title: string, taken: readonly string[]) =>
  suggestSlug(title, new Set([...taken, ...reserved]));

type Institution = { institution: string; institutionEn: string; institutionFr: string };

/** The code of an institution: that of the offices that name it already, in either language, else one made of its name. */
export function institutionCode({ en, fr }: { en: string; fr: string }, known: readonly Institution[]): string {
  const same = (one: string, other: string) => foldText(one) === foldText(other);
  const found = known.find((it) => same(it.institutionEn, en) && same(it.institutionFr, fr));
  return found?.institution ?? suggestSlug(en, new Set()).replaceAll("-", "_");
}

type OfficeTexts = Omit<Institution, "institution"> & {
  titleEn: string;
  titleFr: string;
  functionEn: string;
  functionFr: string;
  contactAddress: string | null;
};

/** The columns of what was said; what was left out is in none. */
export function toColumns({ institution, title, function: work, contactAddress }: Omit<OfficeChange, "slug">) {
  return {
    ...(institution && { institutionEn: institution.en, institutionFr: institution.fr }),
    ...(title && { titleEn: title.en, titleFr: title.fr }),
    ...(work && { functionEn: work.en, functionFr: work.fr }),
    ...(contactAddress !== undefined && { contactAddress }),
  } satisfies Partial<OfficeTexts>;
}

const fields = {
  institution: ["institutionEn", "institutionFr"],
  title: ["titleEn", "titleFr"],
  function: ["functionEn", "functionFr"],
  contactAddress: ["contactAddress"],
} as const;

/** What becomes other words, by the names of the fields. */
export const changedFields = (before: OfficeTexts, after: Partial<OfficeTexts>): string[] =>
  Object.entries(fields).flatMap(([name, columns]) =>
    columns.some((it) => after[it] !== undefined && after[it] !== before[it]) ? [name] : [],
  );

/** Whether a second person has to look again: at other words for what the office is called, or whose it is. */
export const needsCheck = (changed: readonly string[]) => changed.includes("title") || changed.includes("institution");

/** What stands in the way of changing an office. */
export const officeObstacle = ({ closedAt }: { closedAt: Date | null }) => (closedAt ? "officeClosed" : null);

type HolderDays = { lastOn: string | null; firstOn: string; erasedAt: Date | null };

/** What stands in the way of saying when somebody stopped holding it. */
export const endObstacle = ({ erasedAt }: HolderDays) => (erasedAt ? "holderErased" : null);
