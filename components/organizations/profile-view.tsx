import { getLocale, getTranslations } from "next-intl/server";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { NeedsScript } from "@/components/ui/needs-script";
import { PageHead } from "@/components/ui/page-head";
import type { OrganizationDetail } from "@/lib/organizations/schema";
import { codesOf } from "@/lib/platform/i18n/codes";
import { compareIn } from "@/lib/platform/i18n/collation";
import type { BlackoutPeriod, ClosingRule } from "@/lib/platform/time/working-days";
import { ProfileForm } from "./profile-form";

type ProfileViewProps = {
  organization: OrganizationDetail;
  today: string;
  blackouts: readonly BlackoutPeriod[];
  closing: ClosingRule;
};

/** The form in which a signatory keeps what the organization says of itself. */
export async function ProfileView({ organization, today, blackouts, closing }: ProfileViewProps) {
  const [t, organizations, codes, locale] = await Promise.all([
    getTranslations("organizations.profile"),
    getTranslations("organizations"),
    getTranslations("codes"),
    getLocale(),
  ]);
  const name = organization.name[locale];
  const compare = compareIn(locale);
  const sorted = (options: { value: string; label: string }[]) => options.sort((a, b) => compare(a.label, b.label));
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
          closing={closing}
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
