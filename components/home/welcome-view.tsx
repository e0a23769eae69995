import { useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink, Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import type { Me } from "@/lib/accounts/schema";
import { NameForm } from "../accounts/name-form";
import type { WelcomeRoleData } from "./load-welcome";
import { WelcomeRole } from "./welcome-role";

/** The first steps, in an order in which they can be left at any point: nothing here has to be done. */
export function WelcomeView({ me, roles }: { me: Me; roles: readonly WelcomeRoleData[] }) {
  const t = useTranslations("accounts.welcome");
  const { name } = me.person;
  return (
    <>
      <PageHead title={name ? t("titleNamed", { name }) : t("title")}>{t("lede")}</PageHead>
      {roles.length === 0 && (
        <EmptyState action={<ButtonLink href="/organizations">{t("organizations")}</ButtonLink>}>
          {t("noOrganization")}
        </EmptyState>
      )}
      <Section title={t("name")}>
        <div className="max-w-[560px] pt-3">
          {name ? (
            <p>
              {t("nameGiven", { name })} <Link href="/account">{t("changeName")}</Link>
            </p>
          ) : (
            <ProvideMessages of={["accounts.welcome", "membership.people", "positions.personalView", "stances"]}>
              <NameForm />
            </ProvideMessages>
          )}
        </div>
      </Section>
      {roles.map((role) => (
        <WelcomeRole key={role.organization.slug} role={role} />
      ))}
      <div className="actions pt-8">
        <ButtonLink href="/">{t("done")}</ButtonLink>
      </div>
    </>
  );
}
