import { useLocale, useTranslations } from "next-intl";
import { AsOf, AsOfChoice } from "@/components/positions/as-of";
import { useCodeWords } from "@/components/themes/code-words";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { CodeChip } from "@/components/ui/code-chip";
import { Facts } from "@/components/ui/facts";
import { PageHead } from "@/components/ui/page-head";
import { SideLayout, SideSection } from "@/components/ui/side";
import { MandateList } from "./mandate-list";
import type { OrganizationFacts } from "./organization";
import { OrganizationMarks } from "./organization-marks";
import { OrganizationOwed } from "./organization-owed";
import { OrganizationPositions } from "./organization-positions";

/** What an organization is, how it decides, and what it has said. */
export function OrganizationView({ facts }: { facts: OrganizationFacts }) {
  const t = useTranslations("organizations");
  const words = useCodeWords();
  const locale = useLocale();
  const other = locale === "en" ? "fr" : "en";
  const { organization, themes } = facts;
  const { code, name, mandate, signOffRule, signOffKind, signOffTypicalDays: days, mandates } = organization;
  const language = organization.workingLanguage === "fr" ? "fr" : "en";
  const about = [
    [t("column.type"), words("organizationType", organization.type)],
    [t("column.province"), words("province", organization.province)],
    [t("column.status"), t(`status.${organization.status}`)],
    [t("workingLanguage"), t(`language.${language}`)],
  ] as const;
  return (
    <>
      <Breadcrumb steps={[{ label: t("title"), href: "/organizations" }]} />
      <PageHead
        title={name[locale]}
        other={{ lang: other, text: name[other] }}
        marks={
          <>
            <CodeChip code={code} name={name[locale]} />
            <OrganizationMarks organization={organization} />
            {organization.fictional && <span className="text-small text-ink-3">{t("fictionalLong")}</span>}
          </>
        }
      >
        {mandate[locale]} {organization.convener && t("convenerLong")}
      </PageHead>
      <AsOf on={facts.on} here={`/organizations/${organization.slug}`} />
      <AsOfChoice on={facts.on} />
      <SideLayout
        label={t("about")}
        side={
          <>
            <OrganizationOwed facts={facts} />
            <SideSection title={t("about")}>
              <Facts facts={about} />
            </SideSection>
            <SideSection title={t("rule")}>
              <p className="font-semibold">{words("signOffKind", signOffKind)}</p>
              <p>{signOffRule[locale]}</p>
              <p className="text-small text-ink-3">{t("days", { days })}</p>
            </SideSection>
            {mandates && (
              <SideSection title={t("who")}>
                <MandateList mandates={mandates} themes={themes} />
              </SideSection>
            )}
          </>
        }
      >
        <OrganizationPositions facts={facts} />
      </SideLayout>
    </>
  );
}
