import { useLocale, useTranslations } from "next-intl";
import { HostedBriefings } from "@/components/briefings/hosted-briefings";
import { OrganizationUpdates } from "@/components/briefings/updates/organization-updates";
import { AsOfNotice } from "@/components/positions/as-of-notice";
import { PointLinks } from "@/components/talking-points/point-links";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { CodeChip } from "@/components/ui/code-chip";
import { Facts } from "@/components/ui/facts";
import { ButtonLink, Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { SideLayout, SideSection } from "@/components/ui/side";
import { useCodeLabel } from "@/components/ui/use-code-label";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import { MandateList } from "../mandates/mandate-list";
import { SigningPanel } from "../mandates/signing-panel";
import { OrganizationMarks } from "../organizations/organization-marks";
import { SignOffRulePanel } from "../organizations/sign-off-rule-panel";
import { ExternalLink } from "../ui/external-link";
import { JoinedReservations } from "./joined-reservations";
import type { OrganizationFacts } from "./load-organization";
import { OrganizationPositions } from "./organization-positions";
import { OrganizationTaskList } from "./organization-tasks";

/** An organization's profile, its sign-off rule, and its positions. */
export function OrganizationView({ facts }: { facts: OrganizationFacts }) {
  const t = useTranslations("organizations");
  const acting = useTranslations("accounts.own");
  const formatCode = useCodeLabel();
  const points = useTranslations("talkingPoints.linked");
  const locale = useLocale();
  const other = locale === "en" ? "fr" : "en";
  const { organization, themes } = facts;
  const admission = useTranslations("membership.status");
  const earlier = useTranslations("organizations.profileHistory");
  const { slug, code, name, mandates, website, viewer } = organization;
  const mandate = pickLanguage(organization.mandate, locale);
  const language = organization.workingLanguage === "fr" ? "fr" : "en";
  const about = [
    [t("column.type"), formatCode("organizationType", organization.type)],
    [t("column.province"), formatCode("province", organization.province)],
    [t("column.status"), t(`status.${organization.status}`)],
    [t("workingLanguage"), t(`language.${language}`)],
    [admission("website"), website && <ExternalLink href={website} />],
  ] as const;
  return (
    <>
      <Breadcrumb steps={[{ label: t("title"), href: "/organizations" }]} />
      <PageHead
        title={name[locale]}
        other={{ lang: other, text: name[other] }}
        actions={
          viewer.mayReadAdmission && (
            <>
              <ButtonLink href={`/organizations/${slug}/admission`}>{admission("link")}</ButtonLink>
              {viewer.mayChange && (
                <ButtonLink href={`/organizations/${slug}/profile`}>{admission("change")}</ButtonLink>
              )}
            </>
          )
        }
        marks={
          <>
            <CodeChip code={code} name={name[locale]} />
            <OrganizationMarks organization={organization} />
            {organization.fictional && <span className="text-small text-ink-3">{t("fictionalLong")}</span>}
          </>
        }
      >
        {mandate && <span lang={mandate.lang}>{mandate.text}</span>} {organization.convener && t("convenerLong")}
      </PageHead>
      <AsOfNotice on={facts.query.on} here={`/organizations/${organization.slug}`} />
      <SideLayout
        label={t("about")}
        side={
          <>
            <OrganizationTaskList facts={facts} />
            <SideSection title={t("about")}>
              <Facts facts={about} />
            </SideSection>
            <SignOffRulePanel organization={organization} />
            {viewer.mayReadEarlierTexts && organization.version > 1 && (
              <p className="pt-3">
                <Link href={`/organizations/${slug}/profile-history`}>{earlier("link")}</Link>
              </p>
            )}
            {mandates && (
              <SideSection title={t("who")}>
                <MandateList mandates={mandates} themes={themes} />
                <p className="flex flex-wrap gap-x-4 pt-2">
                  <Link href={`/organizations/${organization.slug}/people`}>{acting("people")}</Link>
                  <Link href={`/organizations/${organization.slug}/mandates`}>{acting("mandates")}</Link>
                </p>
              </SideSection>
            )}
          </>
        }
      >
        <SigningPanel state={facts.signing} />
        <OrganizationPositions facts={facts} />
        <JoinedReservations joined={facts.joined.items} />
        <PointLinks
          points={facts.points}
          title={points("led")}
          all={`/talking-points?lead=${slug}`}
          asOf={facts.query.on}
        />
        <HostedBriefings briefings={facts.briefings} host={slug} />
        <OrganizationUpdates updates={facts.updates} />
      </SideLayout>
    </>
  );
}
