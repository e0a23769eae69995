import { useLocale, useTranslations } from "next-intl";
import { longDay } from "@/components/ui/format-moment";
import { SideSection } from "@/components/ui/side";
import { useCodeLabel } from "@/components/ui/use-code-label";
import type { OrganizationDetail } from "@/lib/organizations/schema";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import { noonOf } from "@/lib/platform/time/noon-of";

/** How an organization decides at home, how long that usually takes, and who decides when others are away. */
export function SignOffRulePanel({ organization }: { organization: OrganizationDetail }) {
  const t = useTranslations("organizations");
  const admission = useTranslations("organizations.profile");
  const formatCode = useCodeLabel();
  const locale = useLocale();
  const { signOffRule, signOffKind, signOffTypicalDays: days, signOffAlternate, wouldDecideBy } = organization;
  const rule = pickLanguage(signOffRule, locale);
  const alternate = pickLanguage(signOffAlternate, locale);
  return (
    <SideSection title={t("rule")}>
      <p className="font-semibold">{formatCode("signOffKind", signOffKind)}</p>
      {rule ? <p lang={rule.lang}>{rule.text}</p> : <p className="text-ink-3">{t("ruleUnstated")}</p>}
      <p className="text-small text-ink-3">{t("days", { days })}</p>
      {wouldDecideBy && (
        <p className="text-small text-ink-3">{t("wouldDecideBy", { day: longDay(noonOf(wouldDecideBy), locale) })}</p>
      )}
      {signOffKind === "joint" && <p className="text-small text-ink-3">{admission("joint")}</p>}
      {alternate && (
        <p className="pt-2 text-small">
          {admission("alternate")}: <span lang={alternate.lang}>{alternate.text}</span>
        </p>
      )}
    </SideSection>
  );
}
