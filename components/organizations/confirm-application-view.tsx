import { ORPCError } from "@orpc/server";
import { getLocale, getTranslations } from "next-intl/server";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { ButtonLink } from "@/components/ui/link";
import { NeedsScript } from "@/components/ui/needs-script";
import { PageHead } from "@/components/ui/page-head";
import { api } from "@/lib/api/server";
import { linkDays } from "@/lib/organizations/schema.application";
import { ConfirmApplication } from "./confirm-application";

/** What the link from the mail opens: what is about to be confirmed, and the button that does it. */
export async function ConfirmApplicationView({ token }: { token: string }) {
  const [t, locale] = await Promise.all([getTranslations("membership.confirm"), getLocale()]);
  const pending = await api.organizations.pending({ token }).catch((error: unknown) => {
    if (error instanceof ORPCError && (error.status === 404 || error.status === 400)) return null;
    throw error;
  });
  if (!pending) {
    return (
      <>
        <PageHead title={t("goneTitle")}>{t("gone", { days: linkDays })}</PageHead>
        <div className="actions pt-2">
          <ButtonLink href="/sign-in">{t("signIn")}</ButtonLink>
          <ButtonLink href="/organizations/apply">{t("form")}</ButtonLink>
        </div>
      </>
    );
  }
  const { name, contact } = pending;
  return (
    <>
      <PageHead title={t("title")}>
        {t("lede", { name: name[locale], contact: contact.name, email: contact.email })}
      </PageHead>
      <NeedsScript what="buttons" />
      <ProvideMessages of={["membership.confirm"]}>
        <ConfirmApplication token={token} />
      </ProvideMessages>
    </>
  );
}
