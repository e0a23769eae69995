import { useLocale, useTranslations } from "next-intl";
import { longDay } from "@/components/ui/format-moment";
import { Section } from "@/components/ui/section";
import { Timeline } from "@/components/ui/timeline";
import type { BriefingDetail, BriefingStep } from "@/lib/briefings/schema";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import { useMeetingTime } from "./use-meeting-time";

/** What became of a meeting, in order: its dates and its rule, without a word of who came or answered. */
export function BriefingHistory({ briefing: { steps, zone } }: { briefing: BriefingDetail }) {
  const t = useTranslations("briefings.page");
  const locale = useLocale();
  return (
    <Section title={t("history")} id="history" className="mt-10">
      <Timeline
        label={t("history")}
        steps={steps.map((step, index) => ({
          key: String(step.number),
          date: longDay(new Date(step.at), locale),
          text: <Step step={step} zone={zone} />,
          mark: step.kind === "cancelled" ? "stopped" : index === steps.length - 1 ? "now" : undefined,
        }))}
      />
    </Section>
  );
}

function Step({ step: { kind, wall, rule, reason }, zone }: { step: BriefingStep; zone: string }) {
  const t = useTranslations("briefings");
  const locale = useLocale();
  const { ofWall } = useMeetingTime();
  const why = pickLanguage(reason, locale);
  const facts = { time: wall ? ofWall(wall, zone) : "", rule: rule ? t(`rule.${rule}`) : "" };
  return (
    <>
      {t(`step.${kind}`, facts)}
      {why && (
        <span className="block text-ink-2" lang={why.lang}>
          {why.text}
        </span>
      )}
    </>
  );
}
