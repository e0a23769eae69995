import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import type { AttributionRule } from "@/lib/briefings/constants";
import { writtenUnder } from "@/lib/briefings/rules.attribution";
import { RuleStamp } from "./briefing-stamps";

/** The rule as two questions with their answers, above whatever is written: on the page, and wherever it is printed. */
export function AttributionQuestions({ rule, children }: { rule: AttributionRule; children?: React.ReactNode }) {
  const t = useTranslations("briefings");
  const { whoSaidIt, whoWasThere } = writtenUnder(rule);
  const answer = (yes: boolean) => <b>{t(yes ? "page.yes" : "page.no")}</b>;
  return (
    <Section title={t("page.rule")} count={<RuleStamp rule={rule} />} id="rule" className="mt-8">
      <dl className="grid max-w-[64ch] gap-x-6 gap-y-1 pt-3 md:grid-cols-[max-content_1fr]">
        <dt>{t("page.whoSpoke")}</dt>
        <dd>{answer(whoSaidIt)}</dd>
        <dt>{t("page.whoCame")}</dt>
        <dd>{answer(whoWasThere)}</dd>
      </dl>
      <p className="max-w-[64ch] pt-2 text-ink-2">{t(`ruleMeaning.${rule}`)}</p>
      {children}
    </Section>
  );
}
