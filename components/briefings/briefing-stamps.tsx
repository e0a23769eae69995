import { useLocale, useTranslations } from "next-intl";
import { longDay } from "@/components/ui/format-moment";
import { Lock } from "@/components/ui/icons";
import { Stamp, type StampKind } from "@/components/ui/stamp";
import type { AttributionRule, BriefingPhase } from "@/lib/briefings/constants";
import type { Briefing } from "@/lib/briefings/schema";
import { noonOf } from "@/lib/platform/time/noon-of";

const kinds: Record<BriefingPhase, StampKind> = {
  planned: "draft",
  polling: "pen",
  scheduled: "usable",
  over: "plain",
  cancelled: "retired",
  published: "plain",
};

/** What a meeting is at this moment, and that it should have been held. */
export function PhaseStamps({
  briefing: { phase, overdue, dueOn },
}: {
  briefing: Pick<Briefing, "phase" | "overdue" | "dueOn">;
}) {
  const t = useTranslations("briefings");
  const locale = useLocale();
  return (
    <span className="flex flex-wrap gap-1.5">
      <Stamp kind={kinds[phase]}>{t(`phase.${phase}`)}</Stamp>
      {overdue && dueOn && <Stamp kind="caution">{t("overdue", { day: longDay(noonOf(dueOn), locale) })}</Stamp>}
    </span>
  );
}

/** The rule a meeting is held under, in one expression. What it means is said in full on its page. */
export function RuleStamp({ rule }: { rule: AttributionRule }) {
  const t = useTranslations("briefings.rule");
  return <Stamp icon={rule === "on_record" ? undefined : <Lock />}>{t(rule)}</Stamp>;
}
