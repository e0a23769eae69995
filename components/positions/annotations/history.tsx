import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { longDay } from "@/components/ui/format-moment";
import { Timeline } from "@/components/ui/timeline";
import type { ExplanationStep, JoinStep } from "@/lib/positions/schema.annotations";
import type { PositionFacts } from "../load-position";
import { Reasons } from "../reservation-and-reasons";
import { useAuthorityText } from "../use-authority-text";

type AnnotationHistoryProps = Pick<PositionFacts, "joins" | "explanations">;

const explained = {
  given: "explained",
  signed_once: "explainedOnce",
  withdrawn: "explanationWithdrawn",
} as const;

/** Annotations of a position, withdrawn ones too, newest first. */
export function AnnotationHistory({ joins, explanations }: AnnotationHistoryProps) {
  const t = useTranslations("positions.annotations.history");
  const locale = useLocale();
  return (
    <>
      <Fold label={t("joins")} steps={joins.items}>
        {(step) => t(step.kind, { organization: step.organization.name[locale] })}
      </Fold>
      <Fold label={t("explanations")} steps={explanations.items}>
        {(step) => (
          <>
            {t(explained[step.kind])}
            <Reasons text={step.text} both />
          </>
        )}
      </Fold>
    </>
  );
}

type FoldProps<Step> = { label: string; steps: readonly Step[]; children: (step: Step) => ReactNode };

function Fold<Step extends JoinStep | ExplanationStep>({ label, steps, children }: FoldProps<Step>) {
  const t = useTranslations("positions.annotations.history");
  const under = useTranslations("positions.history");
  const authority = useAuthorityText();
  const locale = useLocale();
  if (steps.length === 0) return null;
  return (
    <details className="text-table">
      <summary className="min-h-(--control) cursor-pointer content-center font-semibold text-pen">{label}</summary>
      <Timeline
        label={label}
        upright
        steps={steps.map((step, positionKey) => ({
          key: `${step.at}-${String(positionKey)}`,
          date: <time dateTime={step.at}>{longDay(new Date(step.at), locale)}</time>,
          text: (
            <>
              {children(step)} {step.actor && t("by", { actor: step.actor })}{" "}
              <span className="text-ink-3">{under("under", { authority: authority(step.authority) ?? "" })}</span>
            </>
          ),
        }))}
      />
    </details>
  );
}
