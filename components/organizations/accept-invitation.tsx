"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { ErrorBlock } from "@/components/ui/error-block";
import { ButtonLink } from "@/components/ui/link";
import { api } from "@/lib/api/client";

type AcceptInvitationProps = { token: string; organization: string; address: string; outbox: boolean };

/** Uses the invitation up, once; it signs nobody in. */
export function AcceptInvitation({ token, organization, address, outbox }: AcceptInvitationProps) {
  const t = useTranslations("membership.invitation");
  const problemText = useTranslations("ui.problem");
  const ref = useRef<HTMLDivElement>(null);
  const { mutate, isPending, error, data } = useMutation(api.organizations.invitations.accept.mutationOptions());
  useEffect(() => {
    if (data) ref.current?.focus();
  }, [data]);
  if (data) {
    return (
      <div ref={ref} tabIndex={-1} role="status" className="notice notice-pen grid gap-2">
        <p className="font-semibold text-h3">{t("doneTitle", { organization })}</p>
        <p>{data.linkSent ? t("doneMail", { address }) : t("doneHere")}</p>
        <div className="actions">
          {!data.linkSent && <ButtonLink href="/welcome">{t("welcome")}</ButtonLink>}
          {data.linkSent && outbox && <ButtonLink href="/outbox">{t("outbox")}</ButtonLink>}
        </div>
      </div>
    );
  }
  return (
    <>
      {error && <ErrorBlock live title={readProblem(error).detail ?? problemText("noAnswer")} />}
      <div className="actions">
        <Button variant="primary" loading={isPending} onClick={() => mutate({ token })}>
          {t("button")}
        </Button>
      </div>
      <p className="text-ink-2">{t("not")}</p>
    </>
  );
}
