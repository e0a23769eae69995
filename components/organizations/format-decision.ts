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
  "mandatesEnded",
  "positionsLeaving",
  "positionsReturning",
  "peopleLosingAccess",
  "peopleGainingAccess",
] as const;

/** What follows in numbers; what stays as it is is not told. */
export const formatEffects = (t: MembershipMessages, option: DecisionOption): string[] =>
  effects.flatMap((effect) => (option[effect] > 0 ? [t(`effect.${effect}`, { count: option[effect] })] : []));
