import { useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { longDay } from "@/components/ui/format-moment";
import { Section } from "@/components/ui/section";
import { useTimeOfDay } from "@/components/ui/use-time-of-day";
import type { MembershipStep } from "@/lib/organizations/schema.membership";
import { formatStep } from "./format-decision";

/** What was decided, the latest first; nothing of it is ever changed. */
export function MembershipStepList({ steps }: { steps: readonly MembershipStep[] }) {
  const t = useTranslations("membership.status");
  const locale = useLocale();
  const timeOfDay = useTimeOfDay();
  return (
    <Section title={t("history")} count={steps.length}>
      <p className="pt-2 text-small text-ink-3">{t("historyHint")}</p>
      {steps.length === 0 && <EmptyState>{t("first")}</EmptyState>}
      <ol className="rows" reversed>
        {steps.map((step) => {
          const at = new Date(step.at);
          return (
            <li
              key={step.number}
              className="grid gap-x-6 gap-y-1 break-inside-avoid md:grid-cols-[180px_minmax(0,1fr)]"
            >
              <span className="text-small text-ink-3 md:pt-0.5">
                {longDay(at, locale)}, {timeOfDay(at)}
              </span>
              <div className="grid gap-0.5">
                <p>
                  <b>{formatStep(t, step)}</b>{" "}
                  <span className="text-ink-2">{t("by", { person: step.by ?? t("someone") })}</span>
                </p>
                {step.reason && (
                  <p dir="auto" className="max-w-[64ch] whitespace-pre-line">
                    {step.reason}
                  </p>
                )}
                <Effects step={step} />
              </div>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

function Effects({ step: { from, to, mandatesEnded, positionsMoved } }: { step: MembershipStep }) {
  const t = useTranslations("membership.status.effect");
  const moved = from === "member" && to !== "member" ? "positionsLeaving" : "positionsReturning";
  const effects = [
    mandatesEnded !== null && mandatesEnded > 0 && t("mandatesEnded", { count: mandatesEnded }),
    positionsMoved > 0 && t(moved, { count: positionsMoved }),
  ].filter(Boolean);
  return effects.length > 0 ? <p className="text-small text-ink-3">{effects.join("; ")}</p> : null;
}
