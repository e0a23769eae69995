import { getLocale, getTranslations } from "next-intl/server";
import { BringWords } from "@/components/frame/bring-words";
import { NeedsScript } from "@/components/people/needs-script";
import { ProveAgain } from "@/components/people/prove-again";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import type { Provider } from "@/lib/people/schema.providers";
import { ProviderForm } from "./provider-form";

type Named = { slug: string; name: { en: string; fr: string } };
type ProvidersViewProps = { providers: readonly Provider[]; organizations: readonly Named[]; fresh: boolean };

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
      <BringWords of={["access", "administration"]}>
        {!fresh && (
          <div className="notice notice-amber mt-4 grid max-w-[64ch] gap-3">
            <p>{t("signIn.fresh")}</p>
            <ProveAgain
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
      </BringWords>
    </>
  );
}
