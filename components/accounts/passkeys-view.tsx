import { getTranslations } from "next-intl/server";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import type { Me } from "@/lib/accounts/schema";
import type { Passkey } from "@/lib/accounts/schema.passkeys";
import { isFresh } from "@/lib/viewer/rules.fresh";
import { NeedsScript } from "../ui/needs-script";
import { AddPasskey } from "./add-passkey";
import { passkeyListId } from "./passkey-list-id";
import { PasskeyTable } from "./passkey-table";

type PasskeysViewProps = { passkeys: { items: Passkey[]; total: number }; me: Me };

/** One's keys for proving who one is: add one, know them by name, remove one that is lost. */
export async function PasskeysView({ passkeys: { items, total }, me }: PasskeysViewProps) {
  const t = await getTranslations("accounts.passkeys");
  const people = await getTranslations("accounts");
  const { signedInAt } = me.access;
  const fresh = isFresh({ authenticatedAt: signedInAt ? new Date(signedInAt) : null }, new Date());
  return (
    <ProvideMessages of={["accounts.passkeys", "accounts.reauthenticate"]}>
      <Breadcrumb steps={[{ label: people("account.title"), href: "/account" }]} />
      <PageHead title={t("title")}>{t("lede")}</PageHead>
      <Section title={t("new")}>
        <NeedsScript what="form" />
        <AddPasskey fresh={fresh} />
      </Section>
      <Section title={t("list")} count={total}>
        <div id={passkeyListId} tabIndex={-1}>
          {items.length > 0 ? (
            <PasskeyTable passkeys={items} zone={me.person.timeZone} />
          ) : (
            <EmptyState>{t("empty")}</EmptyState>
          )}
        </div>
      </Section>
    </ProvideMessages>
  );
}
