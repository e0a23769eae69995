import { useLocale, useTranslations } from "next-intl";
import { useCodeWords } from "@/components/themes/code-words";
import { Facts } from "@/components/ui/facts";
import { longDay } from "@/components/ui/moment";
import type { OrganizationDetail } from "@/lib/organizations/schema";
import type { Admission } from "@/lib/organizations/schema.admission";
import { pick } from "@/lib/platform/i18n/pick";
import { OutsideLink } from "./outside-link";

type ApplicationFactsProps = { organization: OrganizationDetail; application: Admission["application"] };

/** What the organization said of itself when it asked to be admitted. */
export function ApplicationFacts({ organization, application }: ApplicationFactsProps) {
  const t = useTranslations("admission.place");
  const organizations = useTranslations("organizations");
  const words = useCodeWords();
  const locale = useLocale();
  const { type, province, workingLanguage, website } = organization;
  const mandate = pick(organization.mandate, locale);
  const facts = [
    [t("at"), application && longDay(new Date(application.at), locale)],
    [t("type"), words("organizationType", type)],
    [t("province"), words("province", province)],
    [t("workingLanguage"), organizations(`language.${workingLanguage === "fr" ? "fr" : "en"}`)],
    [t("website"), website && <OutsideLink href={website} />],
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
          <p lang={application.language} className="whitespace-pre-line [overflow-wrap:anywhere]">
            {application.why}
          </p>
        </>
      )}
    </>
  );
}
