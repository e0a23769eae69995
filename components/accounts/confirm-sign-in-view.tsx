import { getLocale, getTranslations } from "next-intl/server";
import { Button, buttonClass } from "@/components/ui/button";
import { Building2 } from "@/components/ui/icons";
import { PageHead } from "@/components/ui/page-head";
import { findOwnSignIn } from "@/lib/api/own-sign-in";
import { redirectTo } from "@/lib/platform/i18n/redirect";
import { safeNext } from "@/lib/platform/session/safe-next";
import { findSignInLink } from "@/lib/platform/session/sign-in-links";

/**
 * What a link from a mail opens. Looking uses nothing up, since mail scanners look at every link; the button does, and it
 * is a plain form, so that it works in whatever opens mail.
 */
export async function ConfirmSignInView({ token, next: given }: { token: string; next: string | undefined }) {
  const locale = await getLocale();
  const t = await getTranslations("accounts.confirm");
  const next = safeNext(given, `/${locale}`);
  const link = token ? await findSignInLink(token) : null;
  if (!link) return redirectTo({ href: { pathname: "/sign-in/ended", query: { next } }, locale });
  const query = new URLSearchParams({ token, callbackUrl: next });
  const own = await findOwnSignIn(link.email, next);
  return (
    <>
      <PageHead title={t("title")}>{t("as", { email: link.email })}</PageHead>
      <form method="post" action={`/api/auth/callback/email?${query}`} className="pt-2">
        <Button type="submit" variant="primary">
          {t("button")}
        </Button>
      </form>
      {own && (
        <section className="notice notice-pen mt-6 grid max-w-[64ch] gap-2.5">
          <p>{t("organization", { organization: own.organization[locale] })}</p>
          <div>
            <a className={buttonClass({ variant: "plain" })} href={own.href}>
              <Building2 aria-hidden="true" />
              {t("with", { organization: own.organization[locale] })}
            </a>
          </div>
        </section>
      )}
      <p className="max-w-[64ch] pt-6 text-ink-2">{t("other")}</p>
    </>
  );
}
