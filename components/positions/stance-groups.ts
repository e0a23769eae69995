import type { PropositionStances as Told } from "@/lib/agreement/schema.proposition";
import type { OrganizationName } from "@/lib/organizations/schema";
import { type Position, type Stance, stances } from "@/lib/positions/schema";

/** Those who hold a stance: how many, and of a small coalition all of them, of a large one the first. */
type StanceGroup = { stance: Stance; total: number; positions: Position[] };
type NonRespondents = { total: number; items: OrganizationName[] };
type StanceGroups = {
  groups: StanceGroup[];
  /** Nothing that this reader may see: silent or, where `someHidden`, perhaps kept to others. */
  silent: NonRespondents;
  someHidden: boolean;
};

/** Who holds what, in the fixed order of stances and by name within each, as they come; absence stands apart. */
export function toStanceGroups({ held, silent, notShown }: Told): StanceGroups {
  const groups = stances.flatMap((stance) => {
    const group = held.find((it) => it.stance === stance);
    return group ? [{ stance, total: group.total, positions: group.items }] : [];
  });
  return { groups, silent, someHidden: notShown === "some" };
}

/**
 * Stances shown in the margin, in this order: those that qualify or oppose the proposition. Every other stance is
 * listed below.
 */
const marginStances: readonly Stance[] = ["support_with_reservation", "oppose", "stand_aside"];

export const marginGroups = (groups: readonly StanceGroup[]) =>
  marginStances.flatMap((stance) => groups.find((group) => group.stance === stance) ?? []);

export const listedGroups = (groups: readonly StanceGroup[]) =>
  groups.filter(({ stance }) => !marginStances.includes(stance));
