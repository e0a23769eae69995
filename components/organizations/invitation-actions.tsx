"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";

type InvitationActionsProps = { slug: string; id: string; email: string; commitNow: boolean };

/** Sends an invitation again, with another link; or takes it back. */
export function InvitationActions({ slug, id, email, commitNow }: InvitationActionsProps) {
  const t = useTranslations("membership.invite");
  const problemText = useTranslations("ui.problem");
  const router = useRouter();
  const withToast = (text: string) => ({
    onSuccess: () => {
      showToast(text);
      router.refresh();
    },
    onError: (error: unknown) => showToast(readProblem(error).detail ?? problemText("noAnswer"), "red"),
  });
  const resend = useMutation(api.organizations.invitations.resend.mutationOptions(withToast(t("resent", { email }))));
  const revoke = useMutation(api.organizations.invitations.revoke.mutationOptions(withToast(t("revoked", { email }))));
  return (
    <span className="no-print flex flex-wrap gap-2">
      {commitNow && (
        <Button
          small
          aria-label={t("resendOf", { email })}
          loading={resend.isPending}
          onClick={() => resend.mutate({ slug, id })}
        >
          {t("resend")}
        </Button>
      )}
      <Button
        small
        variant="danger"
        aria-label={t("revokeOf", { email })}
        loading={revoke.isPending}
        onClick={() => revoke.mutate({ slug, id })}
      >
        {t("revoke")}
      </Button>
    </span>
  );
}
