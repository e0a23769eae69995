import type { useTranslations } from "next-intl";
import type { Choice, Step } from "@/lib/organizations/schema.admission";

type Place = ReturnType<typeof useTranslations<"admission.place">>;

/** What a decision is called, by what the organization is before it. */
export function nameChoice(t: Place, { decision, as }: Choice, status: string): string {
  if (decision === "leave") return t(status === "applied" ? "choice.withdraw" : "choice.leave");
  if (decision !== "admit" || !as) return t(`choice.${decision === "admit" ? "admit.member" : decision}`);
  if (status === "suspended") return t(`choice.lift.${as}`);
  return status === "member" || status === "observer" ? t(`choice.to.${as}`) : t(`choice.admit.${as}`);
}

/** What a decision was called once it was taken. */
export function nameStep(t: Place, { decision, from, to }: Step): string {
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
export const tellEffects = (t: Place, choice: Choice): string[] =>
  effects.flatMap((effect) => (choice[effect] > 0 ? [t(`effect.${effect}`, { count: choice[effect] })] : []));
