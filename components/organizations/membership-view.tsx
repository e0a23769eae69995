import { useLocale, useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { CodeChip } from "@/components/ui/code-chip";
import { NeedsScript } from "@/components/ui/needs-script";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { SideLayout, SideSection } from "@/components/ui/side";
import { Stamp } from "@/components/ui/stamp";
import { ApplicationFacts } from "./application-facts";
import { DecideForm } from "./decide-form";
import type { MembershipFacts } from "./load-membership";
import { SimilarList } from "./similar-list";
import { MembershipStepList } from "./step-list";

/** Where an organization stands in the network: what it asked for, what can be decided, and what was. */
export function MembershipView({ organization, admission, steps }: MembershipFacts) {
  const t = useTranslations("membership.status");
  const organizations = useTranslations("organizations");
  const locale = useLocale();
  const name = organization.name[locale];
  const { application, similar, choices, ownInterest } = admission;
  return (
    <>
      <Breadcrumb
        steps={[
          { label: organizations("title"), href: "/organizations" },
          { label: name, href: `/organizations/${organization.slug}` },
        ]}
      />
      <PageHead
        title={t("title")}
        over={name}
        marks={
          <>
            <CodeChip code={organization.code} name={name} />
            <Stamp>{organizations(`status.${organization.status}`)}</Stamp>
            {organization.fictional && <Stamp kind="draft">{organizations("fictional")}</Stamp>}
          </>
        }
      >
        {t(`lede.${organization.status}`, { name })}
      </PageHead>
      <SideLayout
        label={t("application")}
        side={
          <>
            <SideSection title={t("application")}>
              <ApplicationFacts organization={organization} application={application} />
            </SideSection>
            {similar && (
              <SideSection title={t("similar")}>
                <SimilarList similar={similar} />
              </SideSection>
            )}
          </>
        }
      >
        {choices.length > 0 && (
          <Section title={t("question")}>
            <div className="grid gap-4 pt-4">
              {ownInterest && <p className="notice notice-amber max-w-[64ch]">{t("ownInterest")}</p>}
              <NeedsScript what="form" />
              <ProvideMessages of={["accounts.reauthenticate", "membership.status"]}>
                <DecideForm slug={organization.slug} admission={admission} />
              </ProvideMessages>
            </div>
          </Section>
        )}
        <MembershipStepList steps={steps} />
      </SideLayout>
    </>
  );
}
