import { getTranslations } from "next-intl/server";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import type { Me, Session } from "@/lib/accounts/schema";
import { networkTimeZone } from "@/lib/platform/i18n/network-time-zone";
import { idleHours, sessionDays } from "@/lib/platform/session/durations";
import { cityOf } from "@/lib/platform/time/zone-label";
import { NeedsScript } from "../ui/needs-script";
import { EndOthers } from "./end-session";
import { sessionListId } from "./session-list-id";
import { SessionTable } from "./session-table";

type SessionsViewProps = { sessions: { items: Session[]; nextCursor: string | null; total: number }; me: Me };

/** Where one is signed in, as far as anybody knows, and the way to end it. */
export async function SessionsView({ sessions: { items, nextCursor, total }, me }: SessionsViewProps) {
  const t = await getTranslations("accounts");
  const { timeZone } = me.person;
  const here = networkTimeZone();
  const next = nextCursor && `/account/sessions?cursor=${encodeURIComponent(nextCursor)}`;
  return (
    <ProvideMessages of={["accounts.sessions"]}>
      <Breadcrumb steps={[{ label: t("account.title"), href: "/account" }]} />
      <PageHead title={t("sessions.title")}>{t("sessions.lede")}</PageHead>
      <NeedsScript what="buttons" />
      <Section title={t("sessions.list")} count={total} actions={total > 1 && <EndOthers count={total - 1} />}>
        <div className="grid max-w-[72ch] gap-2 pt-3 pb-2 text-ink-2">
          <p>{t("sessions.rules", { hours: idleHours, days: sessionDays })}</p>
          <p>
            {timeZone === here
              ? t("sessions.zone", { coalition: cityOf(here) })
              : t("sessions.zones", { coalition: cityOf(here), city: cityOf(timeZone) })}
          </p>
        </div>
        <div id={sessionListId} tabIndex={-1}>
          <SessionTable sessions={items} zone={timeZone} />
        </div>
        <Pagination nextHref={next} firstHref={null} size={50} />
        <p className="max-w-[72ch] pt-6 text-ink-2">
          {t.rich("sessions.tokens", { link: (words) => <Link href="/account/tokens">{words}</Link> })}
        </p>
      </Section>
    </ProvideMessages>
  );
}
