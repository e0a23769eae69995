"use client";

import { useTranslations } from "next-intl";
import { ActionError } from "@/components/forms/action-error";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { api } from "@/lib/api/client";

/** Takes a paper back. What follows is said before the button. */
export function WithdrawPaper({ slug, paper, title }: { slug: string; paper: string; title: string }) {
  const t = useTranslations("papers.page");
  const act = useAction(
    () => api.briefings.papers.withdraw.call({ id: slug, paper }),
    () => t("withdrawnNow"),
  );
  return (
    <ConfirmDetails label={t("withdrawLabel", { title })}>
      <p>{t("withdrawText")}</p>
      <div>
        <Button variant="danger" loading={act.isPending} onClick={() => act.mutate()}>
          {t("withdrawButton")}
        </Button>
      </div>
      <ActionError error={act.error} onReread={act.reset} />
    </ConfirmDetails>
  );
}
