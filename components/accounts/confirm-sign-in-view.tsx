import { getLocale, getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
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
  return (
    <>
      <PageHead title={t("title")}>{t("as", { email: link.email })}</PageHead>
      <form method="post" action={`/api/auth/callback/email?${query}`} className="pt-2">
        <Button type="submit" variant="primary">
          {t("button")}
        </Button>
      </form>
      <p className="max-w-[64ch] pt-6 text-ink-2">{t("other")}</p>
    </>
  );
}
