import { getLocale, getTranslations } from "next-intl/server";
import { Reauthenticate } from "@/components/forms/reauthenticate";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { NeedsScript } from "@/components/ui/needs-script";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import type { IdentityProvider } from "@/lib/accounts/schema.providers";
import { ProviderForm } from "./provider-form";

type OrganizationOption = { slug: string; name: { en: string; fr: string } };
type ProvidersViewProps = {
  providers: readonly IdentityProvider[];
  organizations: readonly OrganizationOption[];
  fresh: boolean;
};

/** Where each organization's people prove who they are, besides a link by mail. */
export async function ProvidersView({ providers, organizations, fresh }: ProvidersViewProps) {
  const t = await getTranslations("accounts.providers");
  const network = await getTranslations("network");
  const locale = await getLocale();
  const without = organizations.filter(({ slug }) => providers.every((it) => it.organization.slug !== slug));
  const options = without.map(({ slug, name }) => ({ value: slug, label: name[locale] }));
  return (
    <>
      <Breadcrumb steps={[{ label: network("title"), href: "/administration" }]} />
      <PageHead title={t("title")}>{t("lede")}</PageHead>
      <NeedsScript what="form" />
      <ProvideMessages of={["accounts.providers", "accounts.reauthenticate"]}>
        {!fresh && (
          <div className="notice notice-amber mt-4 grid max-w-[64ch] gap-3">
            <p>{t("fresh")}</p>
            <Reauthenticate why={false} />
          </div>
        )}
        {providers.length === 0 && <EmptyState>{t("empty")}</EmptyState>}
        {providers.map((provider) => (
          <Section key={provider.organization.slug} title={provider.organization.name[locale]}>
            <ProviderForm provider={provider} options={[]} />
          </Section>
        ))}
        {options.length > 0 && (
          <Section title={t("new")}>
            <ProviderForm provider={null} options={options} />
          </Section>
        )}
      </ProvideMessages>
    </>
  );
}
