"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ActionError } from "@/components/forms/action-error";
import { Button } from "@/components/ui/button";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";

/** Takes a proposal back. What follows is said before the button. */
export function WithdrawProposal({ id, drafted }: { id: string; drafted: boolean }) {
  const t = useTranslations("proposals.page");
  const router = useRouter();
  const act = useMutation(
    api.proposals.withdraw.mutationOptions({
      onSuccess: () => {
        showToast(t("withdrawn"));
        router.refresh();
      },
    }),
  );
  return (
    <ConfirmDetails label={t("withdrawAsk")}>
      <p>{t(drafted ? "withdrawDraftText" : "withdrawText")}</p>
      <div>
        <Button variant="danger" loading={act.isPending} onClick={() => act.mutate({ id })}>
          {t("withdraw")}
        </Button>
      </div>
      <ActionError error={act.error} onReread={act.reset} />
    </ConfirmDetails>
  );
}
