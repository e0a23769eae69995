import type { useTranslations } from "next-intl";
import type { DecisionOption, MembershipStep } from "@/lib/organizations/schema.membership";

type MembershipMessages = ReturnType<typeof useTranslations<"membership.status">>;

/** What a decision is called, by what the organization is before it. */
export function formatOption(t: MembershipMessages, { decision, as }: DecisionOption, status: string): string {
  if (decision === "leave") return t(status === "applied" ? "decision.withdraw" : "decision.leave");
  if (decision !== "admit" || !as) return t(`decision.${decision === "admit" ? "admit.member" : decision}`);
  if (status === "suspended") return t(`decision.lift.${as}`);
  return status === "member" || status === "observer" ? t(`decision.to.${as}`) : t(`decision.admit.${as}`);
}

/** What a decision was called once it was taken. */
export function formatStep(t: MembershipMessages, { decision, from, to }: MembershipStep): string {
  if (decision === "leave") return t(from === "applied" ? "step.withdraw" : "step.leave");
  if (decision === "admit") return t(to === "observer" ? "step.admit.observer" : "step.admit.member");
  return t(`step.${decision}`);
}

const effects = [
  "peopleGainingAccess",
  "peopleLosingAccess",
  "mandatesEnded",
  "positionsReturning",
  "positionsLeaving",
  "cellsNotRecorded",
] as const;

/** What follows in numbers; what stays as it is is not told. */
export function formatEffects(t: MembershipMessages, choice: DecisionOption): string[] {
  const { members, decision, peopleLosingAccess } = choice;
  const counted = effects.flatMap((effect) =>
    choice[effect] > 0 ? [t(`effect.${effect}`, { count: choice[effect] })] : [],
  );
  // The convener is not told how many people an organization has, and yet not that nothing changes for them.
  if (decision === "suspend" && peopleLosingAccess === 0) counted.push(t("effect.accessEnds"));
  if (members) counted.push(t("effect.members", members));
  return counted;
}
