import type { OrganizationName } from "@/lib/organizations/schema";
import { type Position, type Stance, stances } from "@/lib/positions/schema";

export type HoldingGroup = { stance: Stance; positions: Position[] };
export type Holdings = {
  groups: HoldingGroup[];
  /** Nothing that this reader may see: silent or, where `someHidden`, perhaps kept to others. */
  silent: OrganizationName[];
  someHidden: boolean;
};

/** Who holds what, in the fixed order of stances and by name within each; absence stands apart. */
export function toHoldings(
  positions: readonly Position[],
  members: readonly OrganizationName[],
  someHidden: boolean,
  locale: "en" | "fr",
): Holdings {
  const collator = new Intl.Collator(locale);
  const byName = (a: OrganizationName, b: OrganizationName) => collator.compare(a.name[locale], b.name[locale]);
  const spoken = new Set(positions.filter(({ standing }) => standing).map(({ organization }) => organization.slug));
  const groups = stances.map((stance) => ({
    stance,
    positions: positions
      .filter(({ standing }) => standing?.stance === stance)
      .sort((a, b) => byName(a.organization, b.organization)),
  }));
  return {
    groups: groups.filter((group) => group.positions.length > 0),
    silent: members.filter(({ slug }) => !spoken.has(slug)).sort(byName),
    someHidden,
  };
}

/** What qualifies the words or goes against them stands beside them, in this order; every other answer below. */
const beside: readonly Stance[] = ["support_with_reservation", "oppose", "stand_aside"];

export const inMargin = (groups: readonly HoldingGroup[]) =>
  beside.flatMap((stance) => groups.find((group) => group.stance === stance) ?? []);

export const belowWords = (groups: readonly HoldingGroup[]) => groups.filter(({ stance }) => !beside.includes(stance));
