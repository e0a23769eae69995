"use client";

import { useTranslations } from "next-intl";
import { ActionError } from "@/components/forms/action-error";
import { Reauthenticate } from "@/components/forms/reauthenticate";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { api } from "@/lib/api/client";

type WithdrawAnswerProps = { id: string; organization: string; name: string; again: boolean };

/** Takes an answer back, at will; what follows is said before the button. */
export function WithdrawAnswer({ id, organization, name, again }: WithdrawAnswerProps) {
  const t = useTranslations("talkingPoints.answer");
  const withdraw = useAction(
    () => api.talkingPoints.endorsements.withdraw.call({ id, organization }),
    () => t("withdrawn"),
  );
  return (
    <ConfirmDetails label={t("withdraw")}>
      <p>{t("withdrawFollows", { organization: name })}</p>
      {again ? (
        <Reauthenticate />
      ) : (
        <div>
          <Button variant="danger" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
            {t("withdraw")}
          </Button>
        </div>
      )}
      <ActionError error={withdraw.error} onReread={withdraw.reset} />
    </ConfirmDetails>
  );
}
