"use client";

import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/link";
import { signInHref } from "./sign-in-href";

/** Whoever acts for an organization here signs in again first, and comes back. */
export function ReauthenticateAsConvener() {
  const t = useTranslations("organizations.term");
  const status = useTranslations("membership.status");
  const locale = useLocale();
  return (
    <div className="grid gap-1.5">
      <div className="actions">
        <ButtonLink href={signInHref(locale, "/organizations/convener")}>{t("again")}</ButtonLink>
      </div>
      <p className="text-small text-ink-3">{status("againWhy")}</p>
    </div>
  );
}
