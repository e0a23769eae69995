import { getLocale, getTranslations } from "next-intl/server";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Facts } from "@/components/ui/facts";
import { longDay } from "@/components/ui/format-moment";
import { getTimeOfDay } from "@/components/ui/get-time-of-day";
import { Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Stamp } from "@/components/ui/stamp";
import { Table } from "@/components/ui/table";
import type { Me } from "@/lib/accounts/schema";
import type { EmailChange } from "@/lib/accounts/schema.email";
import { isDemonstration } from "@/lib/api/server";
import { emailChangeHours } from "@/lib/platform/session/durations";
import { isFresh } from "@/lib/viewer/rules.fresh";
import { NeedsScript } from "../ui/needs-script";
import { EmailForm } from "./email-form";
import { StopEmailChange } from "./stop-email-change";

/** One's address, the change of it that waits, and the form that asks for one. */
export async function EmailView({ me, change }: { me: Me; change: EmailChange | null }) {
  const [t, people] = await Promise.all([getTranslations("accounts.email"), getTranslations("accounts")]);
  const { signedInAt } = me.access;
  const fresh = isFresh({ authenticatedAt: signedInAt ? new Date(signedInAt) : null }, new Date());
  const email = me.person.email ?? "";
  return (
    <ProvideMessages of={["accounts.email", "accounts.reauthenticate"]}>
      <Breadcrumb steps={[{ label: people("account.title"), href: "/account" }]} />
      <PageHead title={t("title")}>{t("lede")}</PageHead>
      <Facts facts={[[t("now"), email]]} />
      {change && <Pending email={email} change={change} />}
      <Section title={t("new")}>
        <NeedsScript what="form" />
        <EmailForm fresh={fresh} hours={emailChangeHours} />
        <p className="max-w-[64ch] pt-4 text-ink-2">{t("keeps")}</p>
      </Section>
    </ProvideMessages>
  );
}

async function Pending({ email, change: { to, confirmed, expiresAt } }: { email: string; change: EmailChange }) {
  const [t, locale, timeOfDay] = [await getTranslations("accounts.email"), await getLocale(), await getTimeOfDay()];
  const until = new Date(expiresAt);
  const rows = [
    { address: to, confirmed: confirmed.new },
    { address: email, confirmed: confirmed.old },
  ];
  return (
    <Section title={t("pendingTitle")}>
      <p className="max-w-[72ch] py-3 [overflow-wrap:anywhere]">
        {t("pending", { to, from: email, day: longDay(until, locale), time: timeOfDay(until) })}
      </p>
      <Table
        caption={t("caption")}
        rows={rows}
        rowKey={({ address }) => address}
        columns={[
          { key: "address", label: t("address"), head: true, cell: ({ address }) => address },
          {
            key: "state",
            label: t("state"),
            cell: (row) => (
              <Stamp kind={row.confirmed ? "usable" : "draft"}>{t(row.confirmed ? "confirmed" : "waiting")}</Stamp>
            ),
          },
        ]}
      />
      <p className="max-w-[64ch] py-3 text-ink-2">
        {t("nothing")} {(await isDemonstration()) && <Link href="/outbox">{t("outbox")}</Link>}
      </p>
      <StopEmailChange />
    </Section>
  );
}
