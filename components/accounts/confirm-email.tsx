"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { ErrorBlock } from "@/components/ui/error-block";
import { ButtonLink } from "@/components/ui/link";
import { api } from "@/lib/api/client";

/** Confirms from one mailbox, or stops it from there; either once. */
export function ConfirmEmail({ token }: { token: string }) {
  const t = useTranslations("accounts.emailLink");
  const ref = useRef<HTMLDivElement>(null);
  const confirm = useMutation(api.emailChange.confirm.mutationOptions());
  const refuse = useMutation(api.emailChange.refuse.mutationOptions());
  const outcome = refuse.data ? "stopped" : confirm.data?.state;
  useEffect(() => {
    if (outcome) ref.current?.focus();
  }, [outcome]);
  if (outcome) {
    return (
      <div ref={ref} tabIndex={-1} role="status" className="notice notice-pen grid gap-2">
        <p className="font-semibold text-h3">{t(`${outcome}Title`)}</p>
        <p>{t(`${outcome}Text`)}</p>
        <div className="actions">
          <ButtonLink href="/account/email">{t("account")}</ButtonLink>
          {(outcome === "stopped" || outcome === "changed") && (
            <ButtonLink href="/account/sessions">{t("sessions")}</ButtonLink>
          )}
        </div>
      </div>
    );
  }
  const error = confirm.error ?? refuse.error;
  return (
    <>
      {error && <ErrorBlock live title={readProblem(error).detail ?? t("offline")} />}
      <div className="actions">
        <Button variant="primary" loading={confirm.isPending} onClick={() => confirm.mutate({ token })}>
          {t("confirm")}
        </Button>
        <Button variant="danger" loading={refuse.isPending} onClick={() => refuse.mutate({ token })}>
          {t("stop")}
        </Button>
      </div>
    </>
  );
}
