import { getLocale, getTranslations } from "next-intl/server";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { NeedsScript } from "@/components/ui/needs-script";
import { PageHead } from "@/components/ui/page-head";
import type { OrganizationDetail } from "@/lib/organizations/schema";
import { codesOf } from "@/lib/platform/i18n/codes";
import type { BlackoutPeriod } from "@/lib/platform/time/working-days";
import { ProfileForm } from "./profile-form";

type ProfileViewProps = { organization: OrganizationDetail; today: string; blackouts: readonly BlackoutPeriod[] };

/** The form in which a signatory keeps what the organization says of itself. */
export async function ProfileView({ organization, today, blackouts }: ProfileViewProps) {
  const [t, organizations, codes, locale] = await Promise.all([
    getTranslations("organizations.profile"),
    getTranslations("organizations"),
    getTranslations("codes"),
    getLocale(),
  ]);
  const name = organization.name[locale];
  const byName = new Intl.Collator(locale);
  const sorted = (options: { value: string; label: string }[]) =>
    options.sort((a, b) => byName.compare(a.label, b.label));
  return (
    <>
      <Breadcrumb
        steps={[
          { label: organizations("title"), href: "/organizations" },
          { label: name, href: `/organizations/${organization.slug}` },
        ]}
      />
      <PageHead title={t("title")} over={name}>
        {t("lede", { name })}
      </PageHead>
      <NeedsScript what="form" />
      <ProvideMessages of={["membership.apply", "organizations.profile"]}>
        <ProfileForm
          organization={organization}
          today={today}
          blackouts={blackouts.map(({ firstOn, lastOn }) => ({ firstOn, lastOn }))}
          types={sorted(
            codesOf("organizationType").map((value) => ({ value, label: codes(`organizationType.${value}`) })),
          )}
          provinces={sorted(codesOf("province").map((value) => ({ value, label: codes(`province.${value}`) })))}
          kinds={codesOf("signOffKind").map((value) => ({ value, label: codes(`signOffKind.${value}`) }))}
        />
      </ProvideMessages>
    </>
  );
}
