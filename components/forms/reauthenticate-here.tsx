"use client";

import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/link";
import { signInHref } from "./sign-in-href";

/** Whoever changes who acts for an organization signs in again first, and comes back. */
export function ReauthenticateHere({ path }: { path: string }) {
  const t = useTranslations("membership.invite");
  const locale = useLocale();
  return (
    <div className="grid gap-1.5">
      <div className="actions">
        <ButtonLink href={signInHref(locale, path)}>{t("again")}</ButtonLink>
      </div>
      <p className="text-small text-ink-3">{t("againWhy")}</p>
    </div>
  );
}
