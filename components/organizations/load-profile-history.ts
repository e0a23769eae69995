import { notFound } from "next/navigation";
import { collectPages } from "@/lib/api/collect-pages";
import { orNotFound } from "@/lib/api/or-not-found";
import { api } from "@/lib/api/server";
import type { OrganizationDetail } from "@/lib/organizations/schema";
import type { ProfileVersion } from "@/lib/organizations/schema.profile-history";
import { leadToCurrent } from "./lead-to-current";

/** Loads the earlier profile versions with the current one. */
export async function loadProfileHistory(slug: string) {
  const organization = await orNotFound(api.organizations.get({ slug }));
  await leadToCurrent(organization, slug);
  if (!organization.viewer.mayReadEarlierTexts) notFound();
  return { organization, texts: await collectPages((page) => api.organizations.texts({ ...page, slug })) };
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

export type ProfileTexts = Pick<OrganizationDetail & ProfileVersion, (typeof pairs)[number] | (typeof plain)[number]>;
type PairField = (typeof pairs)[number];
export type PlainField = (typeof plain)[number];

/** The fields in which a version differs from the next, in display order. */
export function changedFields(before: ProfileTexts, after: ProfileTexts): { pairs: PairField[]; plain: PlainField[] } {
  return {
    pairs: pairs.filter((it) => before[it].en !== after[it].en || before[it].fr !== after[it].fr),
    plain: plain.filter((it) => before[it] !== after[it]),
  };
}

export const allFields = { pairs, plain };
