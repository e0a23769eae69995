import { useLocale, useTranslations } from "next-intl";
import { dayOf } from "@/components/positions/day";
import { useCodeWords } from "@/components/themes/code-words";
import { longDay } from "@/components/ui/moment";
import { SideSection } from "@/components/ui/side";
import type { OrganizationDetail } from "@/lib/organizations/schema";
import { pick } from "@/lib/platform/i18n/pick";

/** How an organization decides at home, how long that usually takes, and who decides when others are away. */
export function RuleSide({ organization }: { organization: OrganizationDetail }) {
  const t = useTranslations("organizations");
  const admission = useTranslations("admission.profile");
  const words = useCodeWords();
  const locale = useLocale();
  const { signOffRule, signOffKind, signOffTypicalDays: days, signOffAlternate, wouldDecideBy } = organization;
  const rule = pick(signOffRule, locale);
  const alternate = pick(signOffAlternate, locale);
  return (
    <SideSection title={t("rule")}>
      <p className="font-semibold">{words("signOffKind", signOffKind)}</p>
      {rule ? <p lang={rule.lang}>{rule.text}</p> : <p className="text-ink-3">{t("ruleUnstated")}</p>}
      <p className="text-small text-ink-3">{t("days", { days })}</p>
      {wouldDecideBy && (
        <p className="text-small text-ink-3">{t("wouldDecideBy", { day: longDay(dayOf(wouldDecideBy), locale) })}</p>
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
