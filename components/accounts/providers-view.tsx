import { getLocale, getTranslations } from "next-intl/server";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { NeedsScript } from "@/components/ui/needs-script";
import { Reauthenticate } from "@/components/forms/reauthenticate";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import type { IdentityProvider } from "@/lib/accounts/schema.providers";
import { ProviderForm } from "./provider-form";

type OrganizationOption = { slug: string; name: { en: string; fr: string } };
type ProvidersViewProps = { providers: readonly IdentityProvider[]; organizations: readonly OrganizationOption[]; fresh: boolean };

/** Where each organization's people prove who they are, besides a link by mail. */
export async function ProvidersView({ providers, organizations, fresh }: ProvidersViewProps) {
  const t = await getTranslations("administration");
  const people = await getTranslations("people.tokens");
  const locale = await getLocale();
  const without = organizations.filter(({ slug }) => providers.every((it) => it.organization.slug !== slug));
  const options = without.map(({ slug, name }) => ({ value: slug, label: name[locale] }));
  return (
    <>
      <Breadcrumb steps={[{ label: t("title"), href: "/administration" }]} />
      <PageHead title={t("signIn.title")}>{t("signIn.lede")}</PageHead>
      <NeedsScript what="form" />
      <ProvideMessages of={["access", "administration"]}>
        {!fresh && (
          <div className="notice notice-amber mt-4 grid max-w-[64ch] gap-3">
            <p>{t("signIn.fresh")}</p>
            <Reauthenticate
              href={`/sign-in?next=${encodeURIComponent(`/${locale}/administration/sign-in`)}`}
              label={people("again")}
            />
          </div>
        )}
        {providers.length === 0 && <EmptyState>{t("signIn.empty")}</EmptyState>}
        {providers.map((provider) => (
          <Section key={provider.organization.slug} title={provider.organization.name[locale]}>
            <ProviderForm provider={provider} options={[]} />
          </Section>
        ))}
        {options.length > 0 && (
          <Section title={t("signIn.new")}>
            <ProviderForm provider={null} options={options} />
          </Section>
        )}
      </ProvideMessages>
    </>
  );
}
