import { useLocale, useTranslations } from "next-intl";
import { Facts } from "@/components/ui/facts";
import { longDay } from "@/components/ui/format-moment";
import { useCodeLabel } from "@/components/ui/use-code-label";
import type { OrganizationDetail } from "@/lib/organizations/schema";
import type { Membership } from "@/lib/organizations/schema.membership";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import { ExternalLink } from "../ui/external-link";

type ApplicationFactsProps = { organization: OrganizationDetail; application: Membership["application"] };

/** The application as it was sent. */
export function ApplicationFacts({ organization, application }: ApplicationFactsProps) {
  const t = useTranslations("membership.status");
  const organizations = useTranslations("organizations");
  const formatCode = useCodeLabel();
  const locale = useLocale();
  const { type, province, workingLanguage, website } = organization;
  const mandate = pickLanguage(organization.mandate, locale);
  const facts = [
    [t("at"), application && longDay(new Date(application.at), locale)],
    [t("type"), formatCode("organizationType", type)],
    [t("province"), formatCode("province", province)],
    [t("workingLanguage"), organizations(`language.${workingLanguage === "fr" ? "fr" : "en"}`)],
    [t("website"), website && <ExternalLink href={website} />],
    [
      t("contact"),
      application && (
        <span className="[overflow-wrap:anywhere]">
          {application.contact.name}
          <br />
          <a href={`mailto:${application.contact.email}`}>{application.contact.email}</a>
        </span>
      ),
    ],
  ] as const;
  return (
    <>
      <Facts facts={facts} />
      {mandate && (
        <>
          <h4 className="pt-4 font-semibold">{t("mandate")}</h4>
          <p lang={mandate.lang}>{mandate.text}</p>
        </>
      )}
      {application && (
        <>
          <h4 className="pt-4 font-semibold">{t("why")}</h4>
          <p dir="auto" lang={application.language} className="whitespace-pre-line [overflow-wrap:anywhere]">
            {application.why}
          </p>
        </>
      )}
    </>
  );
}
