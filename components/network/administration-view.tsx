import { getTranslations } from "next-intl/server";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { NeedsScript } from "@/components/ui/needs-script";
import { listTimeZoneOptions } from "@/components/forms/time-zone-options";
import { ButtonLink } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import type { Administrator, Network } from "@/lib/network/schema";
import { SettingsForm } from "./settings-form";

type AdministrationViewProps = { network: Network; administrators: readonly Administrator[] };

/** What the installation is called, how it counts, when it rests, and who keeps it. */
export async function AdministrationView({ network, administrators }: AdministrationViewProps) {
  const t = await getTranslations("administration");
  return (
    <>
      <PageHead title={t("title")} actions={<ButtonLink href="/administration/sign-in">{t("signInLink")}</ButtonLink>}>
        {t("lede")}
      </PageHead>
      <Section title={t("network.title")}>
        <div className="pt-4">
          <NeedsScript what="form" />
          <ProvideMessages of={["access", "administration"]}>
            <SettingsForm network={network} zones={await listTimeZoneOptions(network.timeZone)} />
          </ProvideMessages>
        </div>
      </Section>
      <Section title={t("administrators.title")} count={administrators.length}>
        <p className="max-w-[72ch] pt-3 text-ink-2">{t("administrators.hint")}</p>
        <div className="pt-3">
          <Table
            caption={t("administrators.caption")}
            rows={administrators}
            rowKey={({ email }) => email}
            columns={[
              { key: "name", label: t("administrators.name"), head: true, cell: ({ name, email }) => name ?? email },
              { key: "email", label: t("administrators.email"), cell: ({ email }) => email },
            ]}
          />
        </div>
      </Section>
    </>
  );
}
