import { getTranslations } from "next-intl/server";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import type { Me, Token } from "@/lib/accounts/schema";
import { isDemonstration } from "@/lib/api/server";
import { NeedsScript } from "../ui/needs-script";
import { TokenForm } from "./token-form";
import { TokenTable } from "./token-table";

type TokensViewProps = { tokens: { items: Token[]; nextCursor: string | null; total: number }; me: Me };

/** One's keys for programs: make one, see what is out there, end it. */
export async function TokensView({ tokens: { items, nextCursor, total }, me }: TokensViewProps) {
  const t = await getTranslations("accounts");
  const next = nextCursor && `/account/tokens?cursor=${encodeURIComponent(nextCursor)}`;
  return (
    <ProvideMessages of={["accounts.reauthenticate", "accounts.tokens"]}>
      <Breadcrumb steps={[{ label: t("account.title"), href: "/account" }]} />
      <PageHead title={t("tokens.title")}>{t("tokens.lede")}</PageHead>
      <Section title={t("tokens.new")}>
        <NeedsScript what="form" />
        <TokenForm hours={(await isDemonstration()) ? 24 : 1} fresh={me.may.commitNow} />
      </Section>
      <Section title={t("tokens.list")} count={total}>
        {items.length > 0 ? (
          <TokenTable tokens={items} zone={me.person.timeZone} />
        ) : (
          <EmptyState>{t("tokens.empty")}</EmptyState>
        )}
        <Pagination nextHref={next} firstHref={null} size={50} />
      </Section>
    </ProvideMessages>
  );
}
