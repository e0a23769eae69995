import { notFound } from "next/navigation";
import { readEvery } from "@/components/positions/read-every";
import { orNotFound } from "@/components/themes/or-not-found";
import { api } from "@/lib/api/server";
import type { OrganizationDetail } from "@/lib/organizations/schema";
import type { EarlierText } from "@/lib/organizations/schema.texts";

/** What an organization said of itself before, beside what it says now. */
export async function readEarlierTexts(slug: string) {
  const organization = await orNotFound(api.organizations.get({ slug }));
  if (!organization.viewer.mayReadEarlierTexts) notFound();
  return { organization, texts: await readEvery((place) => api.organizations.texts({ ...place, slug })) };
}

const pairs = ["name", "short", "mandate", "signOffRule", "signOffAlternate"] as const;
const plain = [
  "type",
  "province",
  "workingLanguage",
  "website",
  "listing",
  "signOffKind",
  "signOffTypicalDays",
] as const;

export type Said = Pick<OrganizationDetail & EarlierText, (typeof pairs)[number] | (typeof plain)[number]>;
export type PairField = (typeof pairs)[number];
export type PlainField = (typeof plain)[number];

/** Which parts of a text differ from the one after it, in the order in which they are told. */
export function changedParts(before: Said, after: Said): { pairs: PairField[]; plain: PlainField[] } {
  return {
    pairs: pairs.filter((it) => before[it].en !== after[it].en || before[it].fr !== after[it].fr),
    plain: plain.filter((it) => before[it] !== after[it]),
  };
}

export const allParts = { pairs, plain };
