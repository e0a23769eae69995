"use client";

import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { ErrorBlock } from "@/components/ui/error-block";
import { ButtonLink } from "@/components/ui/link";
import { api } from "@/lib/api/client";

/** Takes the link, once. Looking at the page used nothing up, since mail scanners look at every link. */
export function ConfirmApplication({ token }: { token: string }) {
  const t = useTranslations("membership.confirm");
  const locale = useLocale();
  const ref = useRef<HTMLDivElement>(null);
  const { mutate, isPending, error, data } = useMutation(api.organizations.confirm.mutationOptions());
  useEffect(() => {
    if (data) ref.current?.focus();
  }, [data]);
  if (data) {
    return (
      <div ref={ref} tabIndex={-1} role="status" className="notice notice-pen grid max-w-[64ch] gap-2">
        <p className="font-semibold text-h3">{t("done", { name: data.name[locale] })}</p>
        <p>{t("doneText")}</p>
        <div className="actions">
          <ButtonLink href="/sign-in">{t("signIn")}</ButtonLink>
        </div>
      </div>
    );
  }
  return (
    <div className="grid gap-4">
      <p className="max-w-[64ch]">{t("text")}</p>
      {error && <ErrorBlock live title={readProblem(error).detail ?? t("goneTitle")} />}
      <div className="actions">
        <Button variant="primary" loading={isPending} onClick={() => mutate({ token })}>
          {t("button")}
        </Button>
      </div>
      <p className="max-w-[64ch] text-ink-2">{t("not")}</p>
    </div>
  );
}
