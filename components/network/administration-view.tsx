import { getTranslations } from "next-intl/server";
import { listTimeZoneOptions } from "@/components/forms/time-zone-options";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { ButtonLink } from "@/components/ui/link";
import { NeedsScript } from "@/components/ui/needs-script";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import type { Administrator } from "@/lib/accounts/schema.administrators";
import type { Network } from "@/lib/network/schema";
import { SettingsForm } from "./settings-form";

type AdministrationViewProps = { network: Network; administrators: readonly Administrator[] };

/** What the installation is called, how it counts, when it rests, and who keeps it. */
export async function AdministrationView({ network, administrators }: AdministrationViewProps) {
  const t = await getTranslations("accounts.administrators");
  const networkText = await getTranslations("network");
  const closingText = await getTranslations("closingDays");
  return (
    <>
      <PageHead
        title={networkText("title")}
        actions={
          <>
            <ButtonLink href="/network/closing-days">{closingText("title")}</ButtonLink>
            <ButtonLink href="/administration/sign-in">{networkText("signInLink")}</ButtonLink>
          </>
        }
      >
        {networkText("lede")}
      </PageHead>
      <Section title={networkText("settings.title")}>
        <div className="pt-4">
          <NeedsScript what="form" />
          <ProvideMessages
            of={[
              "accounts.email",
              "accounts.emailLink",
              "accounts.organizationSignIn",
              "accounts.passkeys",
              "accounts.reauthenticate",
              "accounts.signInRefused",
              "network.settings",
            ]}
          >
            <SettingsForm network={network} zones={await listTimeZoneOptions(network.timeZone)} />
          </ProvideMessages>
        </div>
      </Section>
      <Section title={t("title")} count={administrators.length}>
        <p className="max-w-[72ch] pt-3 text-ink-2">{t("hint")}</p>
        <div className="pt-3">
          <Table
            caption={t("caption")}
            rows={administrators}
            rowKey={({ email }) => email}
            columns={[
              { key: "name", label: t("name"), head: true, cell: ({ name, email }) => name ?? email },
              { key: "email", label: t("email"), cell: ({ email }) => email },
            ]}
          />
        </div>
      </Section>
    </>
  );
}
