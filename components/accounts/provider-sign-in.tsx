"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { Building2 } from "@/components/ui/icons";
import { api } from "@/lib/api/client";

const complete = /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i;

/** What was typed, once the hand rests. */
function useRested(value: string) {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), 400);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

/**
 * The way in that a publicly listed organization has of its own, offered by the domain that was typed. It says nothing of
 * the address: whoever types another one of that domain is offered the same. The others' is offered where their mail leads.
 */
export function ProviderSignIn({ typed, next }: { typed: string; next: string | null }) {
  const t = useTranslations("accounts.organizationSignIn");
  const locale = useLocale();
  const email = useRested(typed.trim());
  const { data } = useQuery(
    api.providers.findWay.queryOptions({ input: { email }, enabled: complete.test(email), retry: false }),
  );
  const found = email === typed.trim() ? data?.provider : null;
  return (
    <div aria-live="polite">
      {found && (
        <div className="notice notice-pen grid gap-2.5">
          <p>{t("why", { domain: found.domain })}</p>
          <div>
            <a
              className={buttonClass({ variant: "plain" })}
              href={`${found.start}?${new URLSearchParams({ email, ...(next ? { next } : { next: `/${locale}` }) })}`}
            >
              <Building2 aria-hidden="true" />
              {t("with", { organization: found.organization[locale] })}
            </a>
          </div>
        </div>
      )}
    </div>
  );
}
