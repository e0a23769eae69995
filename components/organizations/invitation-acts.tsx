"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { readProblem } from "@/components/ui/problem";
import { tell } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";

type InvitationActsProps = { slug: string; id: string; email: string; commitNow: boolean };

/** Sends an invitation again, with another link; or takes it back. */
export function InvitationActs({ slug, id, email, commitNow }: InvitationActsProps) {
  const t = useTranslations("acting");
  const router = useRouter();
  const said = (words: string) => ({
    onSuccess: () => {
      tell(words);
      router.refresh();
    },
    onError: (error: unknown) => tell(readProblem(error).detail ?? t("offline"), "red"),
  });
  const resend = useMutation(api.organizations.invitations.resend.mutationOptions(said(t("invite.resent", { email }))));
  const revoke = useMutation(
    api.organizations.invitations.revoke.mutationOptions(said(t("invite.revoked", { email }))),
  );
  return (
    <span className="no-print flex flex-wrap gap-2">
      {commitNow && (
        <Button
          small
          aria-label={t("invite.resendOf", { email })}
          loading={resend.isPending}
          onClick={() => resend.mutate({ slug, id })}
        >
          {t("invite.resend")}
        </Button>
      )}
      <Button
        small
        variant="danger"
        aria-label={t("invite.revokeOf", { email })}
        loading={revoke.isPending}
        onClick={() => revoke.mutate({ slug, id })}
      >
        {t("invite.revoke")}
      </Button>
    </span>
  );
}
