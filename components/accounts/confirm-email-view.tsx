import { ORPCError } from "@orpc/server";
import { getLocale, getTranslations } from "next-intl/server";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { longDay } from "@/components/ui/format-moment";
import { getTimeOfDay } from "@/components/ui/get-time-of-day";
import { ButtonLink } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { api } from "@/lib/api/server";
import { emailChangeHours } from "@/lib/platform/session/durations";
import { NeedsScript } from "../ui/needs-script";
import { ConfirmEmail } from "./confirm-email";

const opened = (token: string) =>
  api.emailChange.open({ token }).catch((error: unknown) => {
    if (error instanceof ORPCError && (error.status === 404 || error.status === 400)) return null;
    throw error;
  });

/** What the link in either mailbox opens: what would change, and two buttons. Looking uses nothing up. */
export async function ConfirmEmailView({ token }: { token: string }) {
  const [t, locale, timeOfDay, change] = await Promise.all([
    getTranslations("accounts.emailLink"),
    getLocale(),
    getTimeOfDay(),
    opened(token),
  ]);
  if (!change) {
    return (
      <>
        <PageHead title={t("goneTitle")}>{t("gone", { hours: emailChangeHours })}</PageHead>
        <div className="actions pt-2">
          <ButtonLink href="/account/email">{t("account")}</ButtonLink>
        </div>
      </>
    );
  }
  const { side, from, to, confirmed, expiresAt } = change;
  const until = new Date(expiresAt);
  return (
    <>
      <PageHead title={t(side === "new" ? "newTitle" : "oldTitle")}>
        {from === null ? t("newText", { to }) : t("oldText", { to, from })}
      </PageHead>
      <div className="grid max-w-[64ch] gap-4">
        <p>
          {t("both", { day: longDay(until, locale), time: timeOfDay(until) })}{" "}
          {confirmed[side === "new" ? "old" : "new"] && t("otherConfirmed")}
        </p>
        <NeedsScript what="buttons" />
        <ProvideMessages of={["accounts.emailLink"]}>
          <ConfirmEmail token={token} />
        </ProvideMessages>
      </div>
    </>
  );
}
